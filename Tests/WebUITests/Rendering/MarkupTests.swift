import Foundation
import Testing
import WebUI

struct MarkupTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("a & b", "a &amp; b"),
        ("\"'><img src=x onerror=alert(1)>", "&quot;&#39;&gt;&lt;img src=x onerror=alert(1)&gt;"),
        ("\"\u{301} onfocus=alert(1) x=\"", "&quot;\u{301} onfocus=alert(1) x=&quot;"),
        ("<\u{338}script>", "&lt;\u{338}script&gt;"), ("\r\n", "\r\n"), ("a\0b<", "ab&lt;"), ("Åse 👩🏽‍🔬", "Åse 👩🏽‍🔬"),
    ])
    func `Text cannot end an attribute or begin an element, whatever accents its signs carry`(_ text: String, _ escaped: String) {
        let markup = Markup(escaping: text)
        #expect(Array(markup.text.unicodeScalars) == Array(escaped.unicodeScalars))
    }

    static let hostile = "\"\u{301}><script>alert(1)</script>{{csrf}}&amp;'"

    @Test func `Somebody's words are escaped in content, in attributes, in lists and between three braces`() throws {
        let folder = try TemplateFolder([
            "page":
                "{{t}}|{{{t}}}|{{&t}}|<a title=\"{{t}}\">|{{#l}}{{.}}{{n}}{{/l}}|{{>parts/p}}|{{#f}}{{t}}{{/f}}|{{{m}}}",
            "parts/p": "{{t}}",
        ])
        let templates = try PageTemplates(folder: folder.path)
        let content: PageValue = [
            "t": .text(MarkupTests.hostile), "l": [.text(MarkupTests.hostile), ["n": .text(MarkupTests.hostile)]],
            "f": ["u": "x"], "m": .markup(Markup(trusted: "<b>")), "csrf": "secret",
        ]
        let rendered = try #require(templates.render("page", content))
        #expect(!rendered.contains("<script"))
        #expect(!rendered.contains("secret"))
        #expect(rendered.hasSuffix("|<b>"))
        let escaped = Markup(escaping: MarkupTests.hostile).text
        // Eight places, each escaped once.
        #expect(rendered.components(separatedBy: escaped).count == 9)
    }

    @Test func `A list or fields where a text should stand write nothing: no template's mistake shows their values unescaped`()
        throws
    {
        let folder = try TemplateFolder(["page": "a{{l}}{{f}}{{{l}}}{{{f}}}{{#l}}{{.}}{{/l}}{{#f}}{{.}}{{/f}}b"])
        let templates = try PageTemplates(folder: folder.path)
        let content: PageValue = ["l": [["n": .text(MarkupTests.hostile)]], "f": ["n": .text(MarkupTests.hostile)]]
        #expect(templates.render("page", content) == "ab")
    }

    @Test func `Nothing, false, an empty text and an empty list are no section`() throws {
        let folder = try TemplateFolder(["page": "{{#a}}yes{{/a}}{{^a}}no{{/a}}"])
        let templates = try PageTemplates(folder: folder.path)
        for value in [PageValue.nothing, .flag(false), "", []] { #expect(templates.render("page", ["a": value]) == "no") }
        for value in [PageValue.flag(true), "x", ["x"], ["b": "c"]] { #expect(templates.render("page", ["a": value]) == "yes") }
        #expect(templates.render("page", [:]) == "no")
        #expect(templates.render("other", [:]) == nil)
    }

    @Test func `A fault in a template is told with file and line`() throws {
        let folder = try TemplateFolder(["fine": "x", "faulty": "a\n{{#open}}\n b"])
        let error = #expect(throws: WebFileError.self) { try PageTemplates(folder: folder.path) }
        #expect(error?.code == .template)
        #expect(error?.file.hasSuffix("faulty.mustache") == true)
        #expect(error?.line != nil)
        let missing = try TemplateFolder(["page": "{{> parts/none }}"])
        let absent = #expect(throws: WebFileError.self) { try PageTemplates(folder: missing.path) }
        #expect(absent?.reason.contains("parts/none") == true)
        #expect(throws: WebFileError.self) { try PageTemplates(folder: "/nowhere") }
        #expect(throws: WebFileError.self) { try PageAssets(folder: folder.path) }
    }
}
