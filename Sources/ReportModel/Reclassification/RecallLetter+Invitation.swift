package import StructuredText

extension RecallLetter {
    /// The text of an invitation that a region may begin with. It says that something is known anew, and neither what nor in which gene.
    package static let invitationText = LocalizedText(
        sv: """
            {{care-unit}}
            {{date}}

            Hej {{patient-name}},

            Du fick den {{earlier-answer}} svar på en genetisk analys. Sedan dess har kunskapen ökat, och vi bedömer i dag en del av svaret \
            på ett annat sätt. Vi vill berätta för dig vad det betyder för dig och dina närmaste.

            Ring {{contact-name}} på {{contact-phone}} för en tid. Du behöver inte göra något annat innan dess. Du väljer själv om du vill \
            få veta mer.

            Vänliga hälsningar
            {{signer}}

            """,
        en: """
            {{care-unit}}
            {{date}}

            Dear {{patient-name}},

            On {{earlier-answer}} you had the answer to a genetic analysis. Since then more has become known, and today we read part of \
            the answer differently. We would like to tell you what that means for you and those closest to you.

            Please call {{contact-name}} on {{contact-phone}} for an appointment. There is nothing else that you need to do before that. \
            It is for you to choose whether you want to know more.

            With kind regards
            {{signer}}

            """)
}
