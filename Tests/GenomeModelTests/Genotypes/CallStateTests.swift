import GenomeModel
import Testing

@Suite struct CallStateTests {
    @Test("Where a call set names a variant twice, the state that says more stands")
    func order() {
        let ascending: [CallState] = [
            .failedOther, .noCall, .halfReference, .failedHemizygous, .failedHeterozygous, .failedHomozygous, .hemizygous,
            .heterozygous, .homozygous,
        ]
        #expect(ascending == CallState.allCases.sorted())
        #expect(ascending.map(\.rawValue) == Array(1...9))
    }

    @Test("Every passing carrier outranks every failed one, and every carrier what carries nothing")
    func ranks() throws {
        let carriers = CallState.allCases.filter(\.isCarrier)
        let passing = carriers.filter { !$0.isFailed }
        #expect(passing == [.hemizygous, .heterozygous, .homozygous])
        #expect(try #require(passing.min()) > #require(carriers.filter(\.isFailed).max()))
        #expect(try #require(carriers.min()) > #require(CallState.allCases.filter { !$0.isCarrier }.max()))
    }

    @Test("A failed call keeps its zygosity and stays failed")
    func failing() {
        #expect(CallState.homozygous.failed == .failedHomozygous)
        #expect(CallState.heterozygous.failed == .failedHeterozygous)
        #expect(CallState.hemizygous.failed == .failedHemizygous)
        #expect(CallState.noCall.failed == .failedOther)
        #expect(CallState.halfReference.failed == .failedOther)
        for state in CallState.allCases {
            #expect(state.failed.isFailed)
            #expect(state.failed.failed == state.failed)
            #expect(state.failed.isCarrier == state.isCarrier)
        }
    }
}
