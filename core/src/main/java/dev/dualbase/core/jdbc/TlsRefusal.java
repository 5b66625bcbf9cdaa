// SPDX-License-Identifier: Apache-2.0
package dev.dualbase.core.jdbc;

import java.io.FileNotFoundException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a connection was not made that had to be over TLS, and what to do about it. */
enum TlsRefusal {
    NO_TLS(
            "the server does not speak TLS: switch it on there (ssl = on); sslmode disable is for lines that nobody else is on"),
    NO_ROOT(
            "the file with the certificate of the server's authority cannot be read: name it in sslrootcert (PGSSLROOTCERT)"
                    + ", or put it at ~/.postgresql/root.crt"),
    OUT_OF_DATE("the server's certificate, or that of its authority, is out of date: renew it, and look at the clocks"),
    UNKNOWN_AUTHORITY(
            "the server's certificate is signed by no authority that is trusted here: if it is the right server,"
                    + " name the file with its authority's certificate in sslrootcert (PGSSLROOTCERT)"),
    OTHER_NAME(
            "the server's certificate is for another name than the host that was asked for: if it is the right server,"
                    + " ask for a name that its certificate carries (POSTGRES_HOST)");

    private static final String REJECTED = "08004";
    private static final int MOST_CAUSES = 10;

    private final String message;

    TlsRefusal(String message) {
        this.message = message;
    }

    /** For people. It names settings and no value of them. */
    String message() {
        return message;
    }

    /** What a failure to connect says of TLS; empty if it is about something else. */
    static Optional<TlsRefusal> of(SQLException failure) {
        List<Throwable> causes = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .toList();
        if (has(causes, CertificateExpiredException.class) || has(causes, CertificateNotYetValidException.class)) {
            return Optional.of(OUT_OF_DATE);
        }
        if (has(causes, SSLException.class) && causes.stream().anyMatch(TlsRefusal::isOfTrust)) {
            return Optional.of(UNKNOWN_AUTHORITY);
        }
        return ofDriver(failure, causes);
    }

    /** The driver has no types for these. Its words may be in any language, but for names. */
    private static Optional<TlsRefusal> ofDriver(SQLException failure, List<Throwable> causes) {
        String words = Objects.requireNonNullElse(failure.getMessage(), "");
        if (REJECTED.equals(failure.getSQLState()) && words.contains("SSL")) {
            return Optional.of(NO_TLS);
        }
        if (words.contains("HostnameVerifier")) {
            return Optional.of(OTHER_NAME);
        }
        if (has(causes, FileNotFoundException.class) && words.contains("SSL")) {
            return Optional.of(NO_ROOT);
        }
        return Optional.empty();
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    /** The JDK builds paths of certificates with one type of failure and checks them with another. */
    private static boolean isOfTrust(Throwable cause) {
        return cause instanceof CertPathValidatorException || cause instanceof CertPathBuilderException;
    }
}
