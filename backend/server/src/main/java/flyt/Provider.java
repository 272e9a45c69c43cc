package flyt;

import flyt.access.FaultyFile;
import flyt.access.oidc.ClientProof;
import flyt.access.oidc.Reception;
import flyt.access.oidc.Registration;
import flyt.access.oidc.Registration.Dpop;
import flyt.access.oidc.RelyingParty;
import flyt.access.oidc.RolesFile;
import flyt.journal.Database;
import flyt.ops.Settings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The hospital's OpenID provider as the settings name it. */
final class Provider {
    private Provider() {}

    /**
     * This server towards the provider; null when there is none. Reads files, so not for event loops.
     *
     * @throws IllegalArgumentException in words for the operator
     */
    static @Nullable RelyingParty of(
            Settings settings, Vertx vertx, Database database, Reception reception, InstantSource clock) {
        if (settings.oidcIssuer().isEmpty()) {
            return null;
        }
        Registration registration = new Registration(
                settings.oidcName(),
                URI.create(settings.oidcIssuer().orElseThrow()),
                settings.oidcClientId().orElseThrow(),
                proof(settings),
                List.of(settings.oidcScopes().trim().split(" +")),
                settings.publicUrl().orElseThrow(),
                Dpop.valueOf(settings.oidcDpop().toUpperCase(Locale.ROOT).replace('-', '_')),
                settings.demo());
        try {
            return new RelyingParty(
                    vertx,
                    registration,
                    RolesFile.read(text(settings.oidcRolesFile().orElseThrow())),
                    database,
                    reception,
                    clock);
        } catch (FaultyFile e) {
            throw new IllegalArgumentException("FLYT_OIDC_ROLES_FILE has faults:\n" + e.getMessage(), e);
        }
    }

    private static ClientProof proof(Settings settings) {
        return settings.oidcClientSecretFile()
                .map(file -> ClientProof.secret(text(file).strip()))
                .orElseGet(
                        () -> ClientProof.key(text(settings.oidcClientKeyFile().orElseThrow())));
    }

    /** A file's text; the message of what goes wrong names the file. */
    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read", e);
        }
    }
}
