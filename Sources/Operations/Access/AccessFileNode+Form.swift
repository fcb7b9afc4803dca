internal import ReportModel
internal import StructuredText

extension AccessFileNode {
    /// The node as a value that has a JSON form. `remedy` says where the form is described.
    func form<Form: ReportJSONForm>(_ type: Form.Type = Form.self, remedy: String) throws(AccessFileError) -> Form {
        let json = try json()
        do throws(ReportJSONError) {
            return try Form(json: json)
        } catch {
            throw AccessFileError(.other(error.message, remedy: remedy), file: file, at: error.place)
        }
    }

    /// A list of them.
    func forms<Form: ReportJSONForm>(_ type: Form.Type = Form.self, remedy: String) throws(AccessFileError) -> [Form] {
        var forms: [Form] = []
        for element in try list() { forms.append(try element.form(remedy: remedy)) }
        return forms
    }
}
