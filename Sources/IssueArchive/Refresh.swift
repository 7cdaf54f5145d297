internal import EventModel
internal import FileSystem

/// Brings the archive up to date: asks a site for its list, fetches the issues that are new, and
/// asks for the newest again, for editors mend published issues.
///
/// What comes is checked before it takes a place, and what was there is kept.
package struct Refresh {
  private let archive: Archive
  private let site: IssueSite
  private let now: Int
  private let fetch: Fetch
  /// How many of the newest issues are wanted where they are not there.
  private let limit: Int

  /// Of a site's issues the newest twelve are wanted, unless all are.
  package static let usualLimit = 12
  /// So many of the newest issues are asked for again.
  private static let mendedCount = 5
  /// So many issues are fetched before they are put in their places.
  private static let batchCount = 50

  /// - Parameters:
  ///   - archive: what is brought up to date; made where it is missing.
  ///   - site: where issues come from.
  ///   - isWhole: whether all issues are wanted, and not the newest alone.
  ///   - now: the time, in seconds since 1970.
  ///   - fetch: what fetches.
  package init(
    of archive: Archive, from site: IssueSite, isWhole: Bool, now: Int, fetch: @escaping Fetch
  ) {
    self.archive = archive
    self.site = site
    self.now = now
    self.fetch = fetch
    limit = isWhole ? .max : Self.usualLimit
  }

  /// Does it.
  ///
  /// - Throws: `ArchiveError` where nothing could be done; what is in the archive is as it was. What
  ///   a single issue or the list lacked stands in the report.
  package func run(in writing: borrowing ArchiveWriting) throws(ArchiveError) -> RefreshReport {
    var report = RefreshReport()
    let held = try archive.issueNames()
    let known = ListRecord(of: archive, site: site)
    let list = try askForList(known, in: writing, &report)
    let wanted = wanted(of: list, known, held: held, &report)
    var isWhole = list.isComplete
    var rest = wanted[...]
    while !rest.isEmpty, report.failure == nil {
      let batch = Array(rest.prefix(Self.batchCount))
      rest = rest.dropFirst(batch.count)
      guard try fetch(batch, in: writing, &report) else {
        isWhole = false
        break
      }
    }
    // Nothing of the list is noted before the issues are in their places.
    if report.failure == nil { note(list, isWhole, in: writing, &report) }
    return report
  }

  // MARK: The list

  /// A list and how it was had.
  private struct FoundList {
    var list: IssueList
    /// What is to be noted of it; nil where the site did not give it.
    var record: ListRecord?

    var isComplete: Bool { record != nil }
  }

  private func askForList(
    _ known: ListRecord?, in writing: borrowing ArchiveWriting, _ report: inout RefreshReport
  ) throws(ArchiveError) -> FoundList {
    let path = writing.path(of: "list")
    let request = FetchRequest(
      url: site.url, bodyPath: path, validators: known?.validators ?? Validators())
    let result = try results([request])[0]
    if result.outcome == .notModified, let known {
      report.hasList = true
      return FoundList(list: known.list, record: known)
    }
    var problem = RefreshReport.Problem(
      url: site.url, reason: result.reason, isOfNetwork: !result.outcome.isAnswer)
    if result.outcome == .ok {
      let bytes = (try? FileReading.contents(of: path)) ?? []
      if let list = site.list(bytes, from: result.url) {
        report.hasList = true
        let record = ListRecord(site: site.url, validators: result.validators, list: list)
        return FoundList(list: list, record: record)
      }
      problem.reason = "no issue stands in what it answers"
    } else if result.outcome == .writeFailed {
      throw .bodyNotWritten(reason: result.reason)
    }
    report.problems.append(problem)
    if problem.isOfNetwork { return FoundList(list: IssueList([])) }
    let newest = try archive.issueNames().last?.date
    let today = CivilDate(secondsSince1970: now) ?? .distantPast
    return FoundList(
      list: site.expected(
        since: newest, to: today, limit: min(limit, newest == nil ? Self.usualLimit : .max),
        beside: known?.list))
  }

  // MARK: The issues

  /// An issue that is asked for.
  private struct Wanted {
    var name: IssueName
    var url: String
    /// Whether it is in the archive already.
    var isHeld: Bool
    /// Whether its place is only supposed.
    var isGuess: Bool
  }

  private func wanted(
    of found: FoundList, _ known: ListRecord?, held: [IssueName], _ report: inout RefreshReport
  ) -> [Wanted] {
    // Where no server answers there is nothing to ask for.
    if !found.isComplete, report.problems.contains(where: \.isOfNetwork) { return [] }
    let names = Set(held)
    let isGuess = !found.isComplete
    let missing = found.list.entries.filter { !names.contains($0.name) }
    let newest = found.list.entries.prefix(limit)
    let new = newest.filter { !names.contains($0.name) }
    if let last = held.last {
      let later = missing.count { last < $0.name }
      report.leftOutCount = max(0, later - new.count { last < $0.name })
    }
    let again = held.reversed().compactMap { name -> Wanted? in
      let entry = found.list.entries.first { $0.name == name }
      guard let url = entry?.url ?? (isGuess ? site.place(of: name, beside: known?.list) : nil)
      else { return nil }
      return Wanted(name: name, url: url, isHeld: true, isGuess: isGuess)
    }
    return new.map { Wanted(name: $0.name, url: $0.url, isHeld: false, isGuess: isGuess) }
      + again.prefix(Self.mendedCount)
  }

  /// Fetches some issues and puts them in their places; false where no server answers any more.
  private func fetch(
    _ batch: [Wanted], in writing: borrowing ArchiveWriting, _ report: inout RefreshReport
  ) throws(ArchiveError) -> Bool {
    var requests: [FetchRequest] = []
    for (index, wanted) in batch.enumerated() {
      requests.append(
        FetchRequest(
          url: wanted.url, bodyPath: writing.path(of: "\(index)"),
          validators: wanted.isHeld ? validators(of: wanted) : Validators()))
    }
    let results = try results(requests)
    for (index, result) in results.enumerated() {
      take(result, of: batch[index], from: requests[index].bodyPath, in: writing, &report)
      if report.failure != nil { return false }
    }
    // An issue that is new and did not come is asked for again soon.
    return zip(batch, results).allSatisfy { $0.isHeld || $1.outcome.isAnswer }
  }

  /// What the server said of the body that is there, unless that is another one.
  private func validators(of wanted: Wanted) -> Validators {
    guard let record = IssueRecord(of: wanted.name.name, in: archive), record.url == wanted.url,
      let bytes = try? FileReading.contents(of: archive.path(of: wanted.name.name)),
      record.fits(bytes)
    else { return Validators() }
    return record.validators
  }

  private func take(
    _ result: FetchResult, of wanted: Wanted, from path: String,
    in writing: borrowing ArchiveWriting, _ report: inout RefreshReport
  ) {
    var problem = RefreshReport.Problem(
      name: wanted.name, url: wanted.url, reason: result.reason,
      isOfNetwork: !result.outcome.isAnswer)
    switch result.outcome {
    case .notModified where wanted.isHeld: report.hasIssue = true
    // The issue of a week may come late, or not at all.
    case .gone where wanted.isGuess && !wanted.isHeld: break
    case .writeFailed:
      report.failure = .bodyNotWritten(reason: result.reason)
    case .ok:
      do throws(PlacingError) {
        try place(wanted, result, from: path, in: writing, &report)
        report.hasIssue = true
      } catch {
        switch error {
        case .flaw(let flaw):
          problem.reason = flaw.reason
          report.problems.append(problem)
        case .archive(let failure): report.failure = failure
        }
      }
    default: report.problems.append(problem)
    }
  }

  /// Why an issue did not get its place.
  private enum PlacingError: Error {
    case flaw(BodyFlaw)
    case archive(ArchiveError)
  }

  private func place(
    _ wanted: Wanted, _ result: FetchResult, from path: String,
    in writing: borrowing ArchiveWriting, _ report: inout RefreshReport
  ) throws(PlacingError) {
    let bytes: [UInt8]
    let old: [UInt8]?
    let body: CheckedBody
    do throws(SystemError) {
      bytes = try FileReading.contents(of: path)
    } catch {
      throw .archive(.cannotRead(path: path, error))
    }
    let place = archive.path(of: wanted.name.name)
    do throws(SystemError) {
      old = wanted.isHeld ? try FileReading.contents(of: place) : nil
    } catch {
      throw .archive(.cannotRead(path: place, error))
    }
    do throws(BodyFlaw) {
      body = try CheckedBody(bytes, of: wanted.name, replacing: old)
    } catch {
      throw .flaw(error)
    }
    do throws(ArchiveError) {
      try writing.place(
        bytes, from: path, of: wanted.name.name, replacing: old, url: wanted.url,
        result.validators, today: CivilDate(secondsSince1970: now) ?? .distantPast)
    } catch {
      throw .archive(error)
    }
    let change = RefreshReport.Change(
      name: wanted.name, number: body.number, listingCount: body.listingCount)
    if old == nil { report.new.append(change) }
    if let old, old != bytes { report.mended.append(change) }
  }

  // MARK: What is noted

  private func note(
    _ list: FoundList, _ isWhole: Bool, in writing: borrowing ArchiveWriting,
    _ report: inout RefreshReport
  ) {
    do throws(ArchiveError) {
      if let record = list.record { try writing.write(record.note, to: ListRecord.name) }
      let problem = report.problems.first
      let attempt = Attempt(site: site.url, time: now, reason: isWhole ? "" : problem?.reason ?? "")
      try writing.write(attempt.note, to: isWhole ? Archive.checked : Archive.tried)
    } catch {
      report.failure = error
    }
  }

  private func results(_ requests: [FetchRequest]) throws(ArchiveError) -> [FetchResult] {
    do throws(FetcherError) {
      let results = try fetch(requests)
      if results.count == requests.count { return results }
      throw FetcherError.failed(reason: "it reported \(results.count) of \(requests.count) results")
    } catch {
      throw .fetcher(error)
    }
  }
}
