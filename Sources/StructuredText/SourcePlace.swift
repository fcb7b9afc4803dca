/// A place in a text that somebody wrote: both numbers count from 1, the column in characters (Unicode scalars).
package struct SourcePlace: Hashable, Sendable, CustomStringConvertible {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }

    package var description: String { "line \(line), column \(column)" }
}
