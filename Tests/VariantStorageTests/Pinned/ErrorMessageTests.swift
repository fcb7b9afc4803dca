import GenomeModel
import Testing
import VariantStorage

@Suite("Messages of the store")
struct ErrorMessageTests {
    @Test(
        "Say what happened and what to do",
        arguments: [
            (StorageError.Code.busy, "another process is writing to this index. Wait until it has ended, and try again."),
            (.notAnIndex, "this is not an index. Make one with: samsyn index create DIR --assembly GRCh38"),
            (.alreadyExists, "the directory already holds something. Choose a directory that is empty or does not exist."),
            (.newerFormat(2), "the store has format version 2, which this program does not know. Use a newer samsyn."),
            (
                .damaged(.blockChecksum),
                "the store is damaged: a block's checksum does not match. Restore the directory from a backup, or add its call sets anew."
            ),
            (
                .system(call: "write", errno: 28),
                "write failed: No space left on device. Check the path, the permissions and the free space, and try again."
            ),
            (
                .callSetExists,
                "a call set of that name is already in the index. Use samsyn index replace for a re-analysis."
            ),
            (.callSetUnknown, "no call set has that name. samsyn index stats lists how many there are."),
            (.callSetRepeated, "the same call set is named twice. Give each call set one row."),
            (.badName, "a name must have 1 to 255 bytes and no control characters."),
            (
                .assayUnknown,
                "the assay is not defined. Define it first: samsyn index assay DIR NAME (--targets BED | --genome)"
            ),
            (.assayDiffers, "the assay is already defined with other targets. Give the new version a name of its own."),
            (.inconsistentBatch, "the calls belong to other call sets than those being added."),
            (.tooLarge, "too many call sets or calls for one segment. Add them in several sheets."),
        ])
    func sentences(code: StorageError.Code, sentence: String) {
        #expect(StorageError(code, place: "store").description == "store: " + sentence)
    }

    @Test("Hold no name of a call set, no variant and no coordinate")
    func discretion() throws {
        let scratch = try ScratchDirectory()
        try IndexWriter.create(directory: scratch.index, assembly: .grch38, reference: nil)
        let writer = try IndexWriter(directory: scratch.index)
        try writer.defineAssay("genome", targets: .genome)
        let secret = "19121212-1212"
        let variant = try #require(Variant(at: 43_093_464, Contig.all[16], "G", "A"))
        let file = CallFile(
            samples: [Sample(name: secret, sex: .female, assay: "genome", origin: .germline)],
            rows: [
                CallFile.Row(variant: variant, calls: [CallFile.Call(sample: 0, state: .heterozygous, fraction: .nan)])
            ])
        try writer.add([file])
        let acts: [() throws -> Void] = [
            { try writer.add([file]) }, { try writer.commit(adding: [], erasing: [secret, secret]) },
            { try writer.commit(adding: [], erasing: [secret + "x"]) },
            { _ = try writer.read().cohort(CohortFilter(names: [secret + "x"])) },
            { try writer.defineAssay(secret + "\n", targets: .genome) },
        ]
        for act in acts {
            do {
                try act()
                Issue.record("nothing was refused")
            } catch {
                for text in ["\(error)", String(reflecting: error)] {
                    for part in [secret, "43093464", "43_093_464", variant.key.description] { #expect(!text.contains(part)) }
                }
            }
        }
    }
}
