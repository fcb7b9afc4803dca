import ArgumentParser
import GenomeModel
import VariantFormats
import VariantStorage

/// The consequences of a whole annotated file, from the file to a durable one that can be searched. Held against `bcftools view -Ou` of the
/// same file by whoever calls.
struct LoadAnnotation: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Reads a VCF's CSQ or ANN on one core and writes its annotation file.")

    @Argument(help: "The annotated VCF, on GRCh37.") var file: String
    @Argument(help: "Where the annotation files go.") var directory: String

    func run() throws {
        let writer = try AnnotationStoreWriter(directory: directory)
        let start = Measure.processorSeconds()
        for header in try AnnotationHeader.read(path: file, assembly: .grch37) {
            let reader = try ConsequenceReader(
                path: file, header: header, options: CallReaderOptions(assembly: .grch37, decompressionThreads: 0))
            var builder = try writer.begin(header.version)
            var batch = ConsequenceBatch()
            while try reader.read(into: &batch) { try builder.append(batch) }
            let staged = try builder.finish()
            Measure.report("variants", Double(staged.variants))
            Measure.report("consequences", Double(reader.consequences))
            Measure.report("bytes", Double(staged.length))
            try writer.commit(staged)
        }
        Measure.report("load_cpu_s", Measure.processorSeconds() - start)
    }
}
