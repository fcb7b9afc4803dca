import AccessModel
import ClinicalModel
import Foundation
import Operations
import Records
import StructuredText
import Testing
import WebUI

extension CasePageTests {
    private static let vcf = """
        ##fileformat=VCFv4.3
        ##FILTER=<ID=LowQual,Description="Low">
        ##contig=<ID=1,length=248956422>
        ##contig=<ID=chrM,length=16569>
        ##FORMAT=<ID=GT,Number=1,Type=String,Description="Genotype">
        #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tS1
        1\t1000000\t.\tA\tG\t50\tPASS\t.\tGT\t0/1
        1\t2000000\t.\tA\tG\t5\tLowQual\t.\tGT\t0/1
        chrM\t3243\t.\tA\tG\t50\tPASS\t.\tGT\t1

        """

    @Test("A case's page draws what was looked at and called along the genome, and has its numbers as a table")
    func genome() async throws {
        let (site, laboratory) = try await known(vcf: Array(Self.vcf.utf8))
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.geneticist, .ownPatientCare)
            let address = SiteURL.laboratoryCase(laboratory, "case-1", done: nil).path
            let page = try await browser.get(address)
            #expect(page.status == 200 && page.text.utf8.count < 100 * 1024, "\(page.text.utf8.count)")
            #expect(page.text.contains(">Längs genomet</h2>") && page.text.contains("Undersökt: genome@1 (C-case-1)"))
            // Two that passed; the one on MT is in the table and in no column.
            #expect(page.text.contains("Små varianter, anropade: C-case-1 (2)"))
            #expect(
                page.text.contains(
                    "<tr><th scope=\"row\">MT</th><td class=\"number\">16\u{A0}569</td><td class=\"number\">1</td>"))
            #expect(
                page.text.contains(
                    "<tr><th scope=\"row\">1</th><td class=\"number\">248\u{A0}956\u{A0}422</td><td class=\"number\">1</td>"))
            #expect(page.text.contains("class=\"density\"") && page.text.contains("class=\"coverage\""))
            let english = try await browser.get(address + "?lang=en")
            #expect(english.text.contains(">Along the genome</h2>") && english.text.contains("Examined: genome@1 (C-case-1)"))
            let json = try await browser.get(address, accept: "application/json").json
            let told = try #require(json["genome"]?.array?.first)
            #expect(told["callSet"]?.string == "C-case-1" && told["variants"]?.array?.count == 25)
        }
    }

    @Test("Data that may no longer be used is not drawn, and the page says so; the findings are")
    func stopped() async throws {
        let (site, laboratory) = try await known()
        try await site.test { client in
            let browser = TestBrowser(client)
            try await browser.signIn(as: Self.geneticist, .ownPatientCare)
            let address = SiteURL.laboratoryCase(laboratory, "case-1", done: nil).path
            let page = try await browser.get(address)
            _ = try await browser.post(SiteURL.caseFindings(laboratory, "case-1").path, Self.finding, token: page.token)
            let drawn = try await browser.get(address)
            #expect(drawn.text.contains("class=\"variant\"") && !drawn.text.contains("ritas inte"))
            let person = try #require(try site.partition.records.callSets(named: ["C-case-1"]).first?.record.person)
            _ = try site.partition.records.stopUsing(person, decision: "D", time: PageClock.noon)
            let stopped = try await browser.get(address)
            #expect(
                stopped.status == 200 && stopped.text.contains("C-case-1 ritas inte")
                    && stopped.text.contains("class=\"variant\""))
            #expect(!stopped.text.contains("class=\"coverage\"") && !stopped.text.contains("class=\"density\""))
        }
    }
}
