// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.internal.settings;

import dev.dualbase.core.jdbc.SslMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;

/** The file with the certificate of the server's authority. */
public final class RootCertificate {

    private RootCertificate() {}

    /**
     * Why a connection could never be made with this file.
     *
     * @param named the file, or empty for the one that the driver looks for
     * @param setting what the setting with its name is called
     * @param modeSetting what the setting with the mode is called
     */
    public static Optional<String> problem(Optional<String> named, SslMode mode, String setting, String modeSetting) {
        if (!mode.verifies()) {
            return named.map(any -> setting + " has no effect with " + modeSetting + " " + mode.driverName());
        }
        if (named.isPresent()) {
            return holdsCertificates(named.get())
                    ? Optional.empty()
                    : Optional.of(setting + " names no file with a certificate that can be read");
        }
        return holdsCertificates(preset())
                ? Optional.empty()
                : Optional.of(setting + " is not set, and ~/.postgresql/root.crt is no file with a certificate: "
                        + mode.driverName() + " needs that of the server's authority");
    }

    /** Where the driver looks, as libpq does. */
    private static String preset() {
        String windows = System.getenv("APPDATA");
        boolean onWindows = System.getProperty("os.name", "").startsWith("Windows");
        return onWindows && windows != null
                ? windows + "\\postgresql\\root.crt"
                : System.getProperty("user.home", "") + "/.postgresql/root.crt";
    }

    private static boolean holdsCertificates(String file) {
        try (InputStream content = Files.newInputStream(Path.of(file))) {
            return !CertificateFactory.getInstance("X.509")
                    .generateCertificates(content)
                    .isEmpty();
        } catch (IOException | CertificateException | InvalidPathException unreadable) {
            return false;
        }
    }
}
