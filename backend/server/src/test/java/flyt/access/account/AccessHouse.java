package flyt.access.account;

import flyt.access.Gone;
import flyt.access.Grant;
import flyt.access.HandClock;
import flyt.access.client.Clients;
import flyt.journal.Database;
import flyt.journal.TestDatabase;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Accounts, sessions and systems over a database of their own, as one member has them; a second member shares the database. */
public final class AccessHouse {
    public static final String PASSWORD = "en blå dør til";

    public final HandClock clock;
    public final Database database;
    public final Gone gone;
    public final Passwords passwords;
    public final Accounts accounts;
    public final Sessions sessions;
    public final SignIn signIn;
    public final FirstAdministrator first;
    public final Clients clients;

    public AccessHouse(Vertx vertx, TestDatabase database) {
        this(vertx, database, new HandClock());
    }

    public AccessHouse(Vertx vertx, TestDatabase opened, HandClock clock) {
        this.clock = clock;
        database = opened.open(vertx);
        gone = new Gone(vertx);
        passwords = new Passwords(vertx);
        Slowdown slowdown = new Slowdown(clock);
        accounts = new Accounts(database, gone, clock);
        sessions = new Sessions(database, gone, clock, Sessions.Limits.USUAL);
        signIn = new SignIn(accounts, sessions, passwords, slowdown);
        first = new FirstAdministrator(database, accounts, passwords, clock);
        clients = new Clients(database, passwords, slowdown, gone, clock);
    }

    /** An account whose password is {@link #PASSWORD}. */
    public Account account(String login, boolean mustChange, Grant... grants) {
        String hash = done(passwords.hash(PASSWORD));
        return done(
                accounts.create(new Accounts.New(login, "Kari Vik", "Kari", "nb", hash, mustChange, List.of(grants))));
    }

    /** The same, where nobody asks what came of it. */
    public void has(String login, boolean mustChange, Grant... grants) {
        Account made = account(login, mustChange, grants);
    }

    /** Waits until it has come out right. */
    public static void happens(Future<?> future) {
        Object result = done(future);
    }

    /** What a future comes to. */
    public static <T> T done(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
