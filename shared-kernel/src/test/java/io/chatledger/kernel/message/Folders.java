package io.chatledger.kernel.message;

import java.nio.file.Path;

/** Where the tests find what is not on their class path. */
final class Folders {

    static final Path MODULE = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    static final Path DOCS = MODULE.resolveSibling("docs");

    private Folders() {}
}
