// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The certificate of a server of tests, with its key. */
public final class TestCertificate {
    private static final String ALIAS = "server";

    private final String certificate;
    private final String key;

    private TestCertificate(String certificate, String key) {
        this.certificate = certificate;
        this.key = key;
    }

    static TestCertificate of(Keystore signer, List<String> signature, List<String> validity, String... names) {
        String alternatives = Stream.of(names).map(TestCertificate::alternative).collect(Collectors.joining(","));
        List<String> options = Stream.concat(
                        Stream.of("-dname", "CN=Server of a test", "-ext", "san=" + alternatives), signature.stream())
                .toList();
        Keystore both = signer.with(ALIAS, options, validity);
        return new TestCertificate(both.certificate(ALIAS), both.key(ALIAS));
    }

    private static String alternative(String name) {
        boolean isAddress = name.matches("[0-9.]+") || name.contains(":");
        return (isAddress ? "ip:" : "dns:") + name;
    }

    /** The certificate, as PEM. */
    public String certificate() {
        return certificate;
    }

    /** Writes the certificate and the key, as PEM, to new files. Where files have rights, none but their owner reads the key. */
    public void writeTo(Path certificateFile, Path keyFile) throws IOException {
        Files.writeString(certificateFile, certificate);
        Files.createFile(keyFile);
        PosixFileAttributeView rights = Files.getFileAttributeView(keyFile, PosixFileAttributeView.class);
        if (rights != null) {
            rights.setPermissions(PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(keyFile, key);
    }
}
