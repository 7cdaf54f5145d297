// swift-tools-version: 6.2
import PackageDescription

// What the start-up of twir-events is measured against: a program that only parses arguments. A
// package of its own, so that it costs nobody who builds the program anything.
let package = Package(
  name: "reference",
  platforms: [.macOS("26.0")],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .executableTarget(
      name: "reference",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)])
  ]
)
