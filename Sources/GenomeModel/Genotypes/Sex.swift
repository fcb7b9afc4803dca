/// Sex as it decides how many copies of X and Y a person has.
public enum Sex: String, Sendable, CaseIterable {
    case female, male, unknown
}
