import Testing

@testable import IssueReading

struct FieldCacheTests {
  @Test func remembersWhatATextMeans() {
    var cache = FieldCache<Int>()
    let buffer = Array("abc abc abd".utf8)
    #expect(cache.value(buffer, 0..<3, salt: 0) { (1, true) } == 1)
    #expect(cache.value(buffer, 4..<7, salt: 0) { (2, true) } == 1)
    #expect(cache.value(buffer, 8..<11, salt: 0) { (3, true) } == 3)
    #expect(cache.value(buffer, 0..<2, salt: 0) { (4, true) } == 4)
    #expect(cache.value(buffer, 0..<0, salt: 0) { (5, true) } == 5)
  }

  @Test func saltMakesAnotherMeaning() {
    var cache = FieldCache<Int>()
    let buffer = Array("abc".utf8)
    #expect(cache.value(buffer, 0..<3, salt: 0) { (1, true) } == 1)
    #expect(cache.value(buffer, 0..<3, salt: 1) { (2, true) } == 2)
    #expect(cache.value(buffer, 0..<3, salt: 0) { (3, true) } == 1)
  }

  @Test func forgetsWhatMayNotBeReused() {
    var cache = FieldCache<Int>()
    let buffer = Array("abc".utf8)
    #expect(cache.value(buffer, 0..<3, salt: 0) { (1, false) } == 1)
    #expect(cache.value(buffer, 0..<3, salt: 0) { (2, true) } == 2)
    #expect(cache.value(buffer, 0..<3, salt: 0) { (3, true) } == 2)
  }

  @Test func isRightAndBoundedWithManyTexts() {
    var cache = FieldCache<Int>()
    var made = 0
    for round in 0..<2 {
      for number in 0..<5_000 {
        let text = Array("\(number)".utf8)
        let value = cache.value(text, 0..<text.count, salt: 0) {
          made += 1
          return (number, true)
        }
        #expect(value == number, "round \(round)")
      }
    }
    // 4,096 are remembered, the others are read each time.
    #expect(made == 5_000 + 5_000 - 4_096)
  }
}
