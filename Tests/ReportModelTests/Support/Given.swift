/// A value that a test is given by its own text: the test is wrong where there is none.
func given<Value>(_ value: Value?, file: StaticString = #file, line: UInt = #line) -> Value {
    guard let value else { preconditionFailure("the test's own value is none", file: file, line: line) }
    return value
}
