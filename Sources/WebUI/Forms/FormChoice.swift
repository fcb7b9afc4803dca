/// Choices of a form as templates read them.
enum FormChoice {
    /// Options of a list over a closed set, with an empty one first where `none` says what it means.
    static func options<Value: RawRepresentable & Equatable>(
        _ values: some Sequence<Value>, chosen: Value?, none: String? = nil, _ title: (Value) -> String
    ) -> PageValue where Value.RawValue == String {
        let empty: [PageValue] = none.map { [option("", $0, chosen == nil)] } ?? []
        return .list(empty + values.map { option($0.rawValue, title($0), $0 == chosen) })
    }

    static func option(_ value: String, _ title: String, _ isChosen: Bool) -> PageValue {
        ["value": .text(value), "title": .text(title), "isChosen": .flag(isChosen)]
    }
}
