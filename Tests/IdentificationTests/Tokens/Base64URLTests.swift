import Foundation
import Identification
import Testing

struct Base64URLTests {
    @Test func `Writes what Foundation writes, and reads it back`() {
        var generator = SystemRandomNumberGenerator()
        for count in 0..<70 {
            let bytes = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
            let expected = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
                .replacing("=", with: "")
            #expect(Base64URL.encode(bytes) == expected)
            #expect(Base64URL.decode(expected) == bytes)
        }
    }

    @Test(arguments: ["A", "AAAAA", "AA==", "AA+A", "AA/A", "A A", "AA\n", "å", "AB", "AAB", "AAAAAB"])
    func `One value has one spelling`(_ text: String) {
        #expect(Base64URL.decode(text) == nil)
    }
}
