public import ArgumentParser
public import GenomeModel

// Their raw values are the words that a command line and a sheet use.
extension Assembly: ExpressibleByArgument {}
extension Origin: ExpressibleByArgument {}
extension Sex: ExpressibleByArgument {}
