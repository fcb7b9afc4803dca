extension AccessFileError {
    package var message: String {
        switch code {
        case .missing: "the file cannot be read."
        case .notText: "the file is not UTF-8 text."
        case .tooLarge: "the file is larger than \(AccessFile.sizeLimit / 1024) KiB."
        case .empty: "the file says nothing."
        case .syntax(let problem): "not YAML: \(problem)."
        case .duplicateKey(let key): "\"\(key)\" is given twice; the first stands here."
        case .unknownKey(let key, _): "\"\(key)\" is not known here."
        case .missingKey(let key): "\"\(key)\" is missing."
        case .wrongType(let expected): "\(expected) is expected here."
        case .emptyText: "the text is empty."
        case .unknownValue(let value, _): "\"\(value)\" is not one of the values."
        case .badDate(let text): "\"\(text)\" is not a day."
        case .badNumber: "not a whole number from 1."
        case .badRisk: "not a risk."
        case .badRegion: "not the code of a region."
        case .badCode: "not the code of an organisation."
        case .badPseudonym: "not a pseudonym."
        case .valueTwice(let value): "\"\(value)\" stands twice in the list."
        case .notCovered(let name): "the law says nothing about \"\(name)\"."
        case .order: "the version does not begin after the one before it."
        case .amendsTooDeep: "files that amend each other, more than \(LoadLaw.amendmentLimit) deep."
        case .otherLawNeeded: "a file that amends another needs a name of its own."
        case .twoPublishers: "a policy is published by two different people."
        case .suppressionTooLow: "counts under 5 are always small."
        case .unknownDataSet(let name): "the data set \"\(name)\" is not described in this version."
        case .other(let message, _): message
        case .identityTwice: "the identity is used by somebody else in the file."
        }
    }

    package var remedy: String {
        switch code {
        case .missing: "Check the path."
        case .notText: "Save it as UTF-8."
        case .tooLarge, .empty: "Check that this is the right file."
        case .syntax: "Check the indentation, colons and quotation marks at this place."
        case .duplicateKey, .valueTwice: "Keep the one that is meant."
        case .unknownKey(_, let known), .unknownValue(_, let known): "Known are: \(known.joined(separator: ", "))."
        case .missingKey(let key): "Add \(key) to what begins here."
        case .wrongType: "See the description of the file in docs."
        case .emptyText: "Write the text, in both languages."
        case .badDate: "Write YYYY-MM-DD, or the word proposed where a rule may be one."
        case .badNumber: "Write digits without a unit."
        case .badRisk: "Write a number above 0, such as 0.05, or off."
        case .badRegion: "Write the two digits of one of the 21 regions in quotation marks, such as \"24\"."
        case .badCode: "Write 1 to 64 letters, digits, hyphens, points or underscores."
        case .badPseudonym: "Write the 32 hexadecimal digits that the region's records give."
        case .notCovered: "Add an entry; one that is not in force is from: proposed."
        case .order: "Put the versions in the order of their dates."
        case .amendsTooDeep: "Write the changes into one file."
        case .otherLawNeeded: "Change law: at the top, so that decisions show which law they were taken under."
        case .twoPublishers: "Name two in published-by."
        case .suppressionTooLow: "Write 5 or more."
        case .unknownDataSet: "Describe it under data-sets, or leave it out of released."
        case .other(_, let remedy): remedy
        case .identityTwice: "Give each person an identity of their own."
        }
    }
}
