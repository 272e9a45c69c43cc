package flyt.intake.http;

import flyt.access.Doorkeeper;
import flyt.access.SameOrigin;
import flyt.access.account.Account;
import flyt.access.log.LogBook;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * What stands between the street and the house.
 *
 * @param pseudonyms by which the journals know people
 * @param colleagues an account by its id
 * @param https whether people reach the server by https alone
 * @param demo whether everybody in it is invented, and anybody signed in may set the clock
 */
public record Entrance(
        Doorkeeper doorkeeper,
        SameOrigin origin,
        LogBook log,
        InstantSource clock,
        Pseudonyms pseudonyms,
        Function<String, Future<Account>> colleagues,
        boolean https,
        boolean demo) {}
