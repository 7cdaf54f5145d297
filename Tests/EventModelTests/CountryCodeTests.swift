import EventModel
import Testing

struct CountryCodeTests {
  @Test(arguments: [("DE", "DE"), ("de", "DE"), ("uS", "US"), ("zz", "ZZ")])
  func twoLettersOfAnyCaseAreACode(text: String, code: String) {
    #expect(CountryCode(text)?.description == code)
    #expect(CountryCode(text) == CountryCode(code))
  }

  @Test(arguments: ["", "D", "DEU", "D1", "1E", "Ü", "é", "D ", "@E", "[E", "`E", "{E"])
  func otherTextIsNone(text: String) {
    #expect(CountryCode(text) == nil)
  }

  @Test func everyPairOfBytesIsACodeOrNone() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        let letters = [first, second].allSatisfy {
          Character(Unicode.Scalar($0)).isASCII
            && Character(Unicode.Scalar($0)).isLetter
        }
        #expect((CountryCode(first, second) != nil) == letters)
      }
    }
  }
}
