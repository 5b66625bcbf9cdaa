// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.testkit.server;

import dev.dualbase.testkit.internal.Program;
import dev.dualbase.testkit.internal.RunDirectory;
import dev.dualbase.testkit.internal.ServerRefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Keys and certificates in memory. The running JDK's {@code keytool} makes them: no class of the JDK signs certificates. */
final class Keystore {
    private static final String TYPE = "PKCS12";
    private static final String PASSWORD = "for-a-moment-only";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final byte[] content;

    private Keystore(byte[] content) {
        this.content = content;
    }

    static Keystore empty() {
        return new Keystore(new byte[0]);
    }

    /** The same with one more key and its certificate. */
    Keystore with(String alias, List<String> options, List<String> validity) {
        try (RunDirectory folder = RunDirectory.create()) {
            Path file = folder.path().resolve("keys.p12");
            if (content.length > 0) {
                Files.write(file, content);
            }
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home", ""), "bin", "keytool")
                            .toString(),
                    "-genkeypair",
                    "-keystore",
                    file.toString(),
                    "-storetype",
                    TYPE,
                    "-storepass",
                    PASSWORD,
                    "-keyalg",
                    "EC",
                    "-groupname",
                    "secp256r1",
                    "-alias",
                    alias));
            command.addAll(options);
            command.addAll(validity);
            Program.run("keytool", command, folder.path(), folder.log());
            return new Keystore(Files.readAllBytes(file));
        } catch (IOException | ServerRefusedException e) {
            throw new TestServerException("No certificate for a server of tests: " + e.getMessage(), e);
        }
    }

    String certificate(String alias) {
        try {
            return pem("CERTIFICATE", opened().getCertificate(alias).getEncoded());
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable(e);
        }
    }

    String key(String alias) {
        try {
            return pem(
                    "PRIVATE KEY",
                    opened().getKey(alias, PASSWORD.toCharArray()).getEncoded());
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable(e);
        }
    }

    private KeyStore opened() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(TYPE);
        store.load(new ByteArrayInputStream(content), PASSWORD.toCharArray());
        return store;
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN " + what + "-----\n" + LINES.encodeToString(content) + "\n-----END " + what + "-----\n";
    }

    private static TestServerException unreadable(Exception cause) {
        return new TestServerException("keytool made a file that this JVM cannot read", cause);
    }
}
