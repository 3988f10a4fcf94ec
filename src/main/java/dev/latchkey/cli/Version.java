package dev.latchkey.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        var version = Latchkey.class.getPackage().getImplementationVersion();
        return new String[] {"latchkey " + (version == null ? "(not packaged)" : version)};
    }
}
