// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * An authority that signs certificates for servers of tests. Its key is made anew each time, and is in memory alone. It is
 * made by the {@code keytool} of the running JDK.
 *
 * <pre>{@code
 * TestAuthority authority = TestAuthority.create();
 * try (PostgresServer server = PostgresServers.startWithTls(authority.issue("localhost"))) {
 *     Path root = authority.writeTo(folder.resolve("root.crt"));
 *     ...
 * }
 * }</pre>
 */
public final class TestAuthority {
    private static final String ALIAS = "authority";
    private static final List<String> FOR_A_MONTH = List.of("-startdate", "-10d", "-validity", "40");
    private static final List<String> UNTIL_YESTERDAY = List.of("-startdate", "-3d", "-validity", "2");

    private final Keystore keystore;

    private TestAuthority(Keystore keystore) {
        this.keystore = keystore;
    }

    /**
     * A new one.
     *
     * @throws TestServerException if {@code keytool} fails, with its words
     */
    public static TestAuthority create() {
        return new TestAuthority(Keystore.empty()
                .with(ALIAS, List.of("-dname", "CN=Authority of a test", "-ext", "bc:c=ca:true"), FOR_A_MONTH));
    }

    /**
     * A certificate for a server, signed by this authority and valid today.
     *
     * @param names what clients dial, such as {@code localhost} or {@code 127.0.0.1}
     */
    public TestCertificate issue(String... names) {
        return TestCertificate.of(keystore, List.of("-signer", ALIAS), FOR_A_MONTH, names);
    }

    /** As {@link #issue}, but it was valid until yesterday. */
    public TestCertificate issueExpired(String... names) {
        return TestCertificate.of(keystore, List.of("-signer", ALIAS), UNTIL_YESTERDAY, names);
    }

    /** A certificate for a server that no authority signed. */
    public static TestCertificate selfSigned(String... names) {
        return TestCertificate.of(Keystore.empty(), List.of(), FOR_A_MONTH, names);
    }

    /** The certificate of the authority itself, as PEM: what clients trust. */
    public String certificate() {
        return keystore.certificate(ALIAS);
    }

    /** Writes {@link #certificate()} to a file, for {@code sslrootcert}, and gives the file back. */
    @CanIgnoreReturnValue
    public Path writeTo(Path file) throws IOException {
        return Files.writeString(file, certificate());
    }
}
