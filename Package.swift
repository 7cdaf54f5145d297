// swift-tools-version: 6.2
import PackageDescription

/// The one set of settings that every Swift target is built with.
let swiftSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// The house: each target and what it may import.
///
/// Nothing imports upward.
let rooms: [(name: String, imports: [Target.Dependency])] = [
  ("FileSystem", []),
  ("EventModel", []),
  ("Gazetteer", ["EventModel", "CGazetteer"]),
  ("HTMLTree", ["CLibXML2", "CCharset"]),
  ("IssueReading", ["EventModel", "Gazetteer", "HTMLTree"]),
  ("EventCatalog", ["EventModel", "Gazetteer"]),
  ("EventPages", ["EventModel", "Gazetteer", "HTMLTree"]),
  ("EventWriting", ["EventModel", "HTMLTree"]),
  ("IssueArchive", ["EventModel", "FileSystem", "HTMLTree", "IssueReading"]),
  ("IssueChecking", ["EventModel", "Gazetteer", "IssueReading", "EventCatalog", "EventPages"]),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")

let command: [Target] = [
  .target(name: "ProgramVersion", swiftSettings: swiftSettings),
  .target(
    name: "TwirEventsCommand",
    dependencies: [
      "EventModel", "FileSystem", "Gazetteer", "HTMLTree", "IssueReading", "IssueArchive",
      "EventCatalog", "EventPages", "EventWriting", "IssueChecking", "CBuiltInIssue", "CHeap",
      "ProgramVersion", argumentParser, subprocess,
    ],
    swiftSettings: swiftSettings),
  .executableTarget(
    name: "twir-events", dependencies: ["TwirEventsCommand"], swiftSettings: swiftSettings),
]

/// The program that fetches, the only one that is linked with the network's library.
///
/// It knows nothing of the house.
let fetching: [Target] = [
  .systemLibrary(
    name: "CCurl", pkgConfig: "libcurl",
    providers: [.apt(["libcurl4-openssl-dev"]), .yum(["libcurl-devel"]), .brew(["curl"])]),
  .systemLibrary(
    name: "CZlib", pkgConfig: "zlib",
    providers: [.apt(["zlib1g-dev"]), .yum(["zlib-devel"]), .brew(["zlib"])]),
  .target(
    name: "Fetching", dependencies: ["CCurl", "CZlib", "ProgramVersion", argumentParser],
    swiftSettings: swiftSettings),
  .executableTarget(
    name: "twir-events-fetch", dependencies: ["Fetching"], swiftSettings: swiftSettings),
]

/// What is C: tables made by `scripts/gazetteer`, the built-in issue, and the way to libxml2.
let foreign: [Target] = [
  .target(name: "CGazetteer", exclude: ["Data", "LICENSE-DATA.md"]),
  .target(name: "CBuiltInIssue"),
  .target(name: "CHeap"),
  .target(name: "CCharset"),
  // Compiled with libxml2's headers but not linked with it: it is loaded when it is needed first.
  // A system library target would link it. Its headers are in one place on all systems.
  .target(
    name: "CLibXML2",
    cSettings: [.unsafeFlags(["-iwithsysroot", "/usr/include/libxml2"])]),
]

/// Fuzz targets, which need libFuzzer to link: `scripts/fuzz` sets the switch, users never meet them.
let fuzzing: [Target] =
  Context.environment["TWIR_EVENTS_FUZZ"] == nil
  ? []
  : [
    .target(
      name: "FuzzInput", dependencies: ["EventModel"], path: "Fuzz/FuzzInput",
      swiftSettings: swiftSettings)
  ]
    + [
      "IssueFuzz", "CallsFuzz", "PagesFuzz", "DatesFuzz", "PlacesFuzz", "InlineFuzz", "RepairFuzz",
      "WritersFuzz", "EventPagesFuzz", "JSONLDFuzz", "FetchingFuzz",
    ].map { name in
      .executableTarget(
        name: name,
        dependencies: ["FuzzInput", "IssueReading", "EventModel", "EventPages"]
          + (name == "WritersFuzz" ? ["EventCatalog", "EventWriting"] : [])
          + (name == "FetchingFuzz" ? ["Fetching"] : []),
        path: "Fuzz/" + name,
        // libFuzzer brings `main`.
        swiftSettings: swiftSettings + [.unsafeFlags(["-parse-as-library"])])
    }

/// What tests stand on, in no product.
let testSupport: [Target] = ["LoopbackServer", "TestSupport"].map { name in
  .target(name: name, path: "Tests/" + name, swiftSettings: swiftSettings)
}

/// Expected output beside the tests that compare it, which the build leaves alone.
let testData = ["EventWriting": ["Snapshots"]]

/// What tests of a target import beside what it imports itself: what writes the text that it reads.
let testImports: [String: [Target.Dependency]] = ["EventPages": ["EventWriting"]]

let package = Package(
  name: "twir-events",
  platforms: [.macOS("26.0")],
  products: [
    .executable(name: "twir-events", targets: ["twir-events"]),
    .executable(name: "twir-events-fetch", targets: ["twir-events-fetch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // Without its traits it does without Foundation.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: foreign
    + rooms.map { room in
      .target(name: room.name, dependencies: room.imports, swiftSettings: swiftSettings)
    }
    + command
    + fetching
    + fuzzing
    + testSupport
    + rooms.map { room in
      .testTarget(
        name: room.name + "Tests",
        dependencies: [.target(name: room.name), "TestSupport"]
          + room.imports.filter { !isForeign($0) } + (testImports[room.name] ?? []),
        exclude: testData[room.name] ?? [],
        swiftSettings: swiftSettings)
    }
    + [
      .testTarget(
        name: "LoopbackServerTests", dependencies: ["LoopbackServer"], swiftSettings: swiftSettings),
      .testTarget(
        name: "FetchingTests", dependencies: ["Fetching", "LoopbackServer"],
        swiftSettings: swiftSettings),
    ]
    // Runs the programs as they are built: it needs no module of them.
    + [
      .testTarget(
        name: "EndToEndTests", dependencies: ["LoopbackServer"], exclude: ["Snapshots"],
        swiftSettings: swiftSettings)
    ]
)

/// Tests reach C only through the Swift target that wraps it.
func isForeign(_ dependency: Target.Dependency) -> Bool {
  if case .byNameItem(let name, _) = dependency { return name.hasPrefix("C") }
  return false
}
