/// How the pages look: as the reader's system has it, or as they chose.
package enum Theme: String, Sendable, CaseIterable {
    case system, light, dark
}
