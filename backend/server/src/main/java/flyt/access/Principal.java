package flyt.access;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who asks. */
public sealed interface Principal {
    /** Nobody, without a credential. */
    Nobody NOBODY = new Nobody(false);

    /**
     * Somebody who is signed in.
     *
     * @param account id of the account
     * @param session id of this sign-in; not its secret
     * @param login null for one whom an OpenID provider vouches for
     * @param name in full: {@code Ingrid Solheim}
     * @param given as boards show it: {@code Ingrid}
     * @param wall id of the screen they stand at; null unless the device is a wall
     * @param at that screen; null before the doorkeeper has looked it up
     * @param mustChange whether the password must be changed before anything else
     * @param until when this sign-in ends however busy it is
     * @param idleSeconds after how long without a request it ends
     * @param emergencies the relations taken in an emergency that hold now
     */
    record Person(
            String account,
            String session,
            @Nullable String login,
            String name,
            String given,
            String language,
            List<Grant> grants,
            DeviceKind device,
            @Nullable String wall,
            @Nullable Screen at,
            boolean mustChange,
            Instant until,
            int idleSeconds,
            List<Emergency> emergencies)
            implements Principal {
        public Person {
            grants = List.copyOf(grants);
            emergencies = List.copyOf(emergencies);
        }

        /** Who stands at this screen. */
        public Person at(Screen screen) {
            return new Person(
                    account,
                    session,
                    login,
                    name,
                    given,
                    language,
                    grants,
                    device,
                    wall,
                    screen,
                    mustChange,
                    until,
                    idleSeconds,
                    emergencies);
        }
    }

    /**
     * A paired device.
     *
     * @param name what people call it: {@code Lunge vaktrom}
     * @param view {@link View#WARD} or {@link View#HOUSE}
     * @param scope a ward's id, or {@code -}
     * @param clusters ids; none: the whole scope
     * @param level 1 to 3
     */
    record Screen(
            String id,
            String name,
            String place,
            String hospital,
            View view,
            String scope,
            List<String> clusters,
            int level,
            Naming naming)
            implements Principal {
        public Screen {
            clusters = List.copyOf(clusters);
        }
    }

    /**
     * A system.
     *
     * @param kind {@link Role#INTEGRATION} or {@link Role#LABORATORY}
     * @param hospital its id, or {@value Reach#EVERY}
     * @param scopes names of deeds, and of views: {@code house}, {@code ward.3}
     * @param sources what it may report as; null: any
     */
    record Machine(
            String id, String name, Role kind, String hospital, Set<String> scopes, @Nullable Set<String> sources)
            implements Principal {
        public Machine {
            scopes = Set.copyOf(scopes);
            sources = sources == null ? null : Set.copyOf(sources);
        }

        /** Whether it may report as this source. */
        public boolean speaksFor(String source) {
            return sources == null || sources.contains(source);
        }
    }

    /**
     * Somebody unknown.
     *
     * @param presented whether they came with a credential, which is forged, expired or revoked
     */
    record Nobody(boolean presented) implements Principal {}
}
