package flyt.intake.http;

import flyt.access.Cookies;
import flyt.access.account.Accounts;
import flyt.access.account.FirstAdministrator;
import flyt.access.account.Passwords;
import flyt.access.account.Sessions;
import flyt.access.account.SignIn;
import flyt.access.account.WallKeys;
import flyt.access.client.Clients;
import flyt.access.log.BreakGlass;
import flyt.access.log.LogSearch;
import flyt.access.log.MyData;
import flyt.access.oidc.RelyingParty;
import flyt.access.screen.Pairings;
import flyt.access.screen.Screens;
import flyt.ops.Metrics;
import flyt.runtime.Hospitals;
import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/access}: signing in, accounts, systems, screens, and the log of what was seen. */
public final class AccessRoutes implements Routes {
    private final List<Routes> all = new ArrayList<>();

    /**
     * What is behind these routes.
     *
     * @param party the hospital's OpenID provider; null: there is none
     */
    public record Parts(
            Cookies cookies,
            SignIn signIn,
            Sessions sessions,
            Accounts accounts,
            Passwords passwords,
            FirstAdministrator first,
            WallKeys wallKeys,
            Clients clients,
            Screens screens,
            Pairings pairings,
            LogSearch search,
            MyData mine,
            BreakGlass glass,
            @Nullable RelyingParty party) {}

    public AccessRoutes(Entrance entrance, Hospitals hospitals, Metrics metrics, Parts parts) {
        Bodies bodies = new Bodies();
        Gate gate = new Gate(entrance.doorkeeper(), metrics);
        Witness witness = new Witness(gate, entrance.log(), entrance.clock());
        RelyingParty party = parts.party();
        SignInRoutes.Parts signingIn = new SignInRoutes.Parts(
                entrance.doorkeeper(),
                parts.cookies(),
                parts.signIn(),
                parts.sessions(),
                parts.accounts(),
                parts.first(),
                party == null ? null : party.name(),
                entrance.demo());
        all.add(new SignInRoutes(signingIn, gate, bodies));
        all.add(new WallRoutes(parts.wallKeys(), signingIn, gate, bodies));
        all.add(new AccountRoutes(parts.accounts(), parts.sessions(), parts.passwords(), gate, bodies));
        all.add(new StaffRoutes(parts.accounts(), hospitals, gate));
        all.add(new ClientRoutes(parts.clients(), gate, bodies));
        all.add(new TokenRoutes(parts.clients(), metrics));
        all.add(new PairingRoutes(
                parts.pairings(), parts.screens(), parts.cookies(), bodies, entrance.demo(), entrance.clock()));
        all.add(new ScreenRoutes(parts.screens(), parts.pairings(), hospitals, gate, bodies, entrance.clock()));
        all.add(new AccessLogRoutes(parts.search(), parts.mine(), gate, witness));
        all.add(new BreakGlassRoutes(parts.glass(), gate, witness, bodies, entrance.clock()));
        if (party != null) {
            all.add(new OidcRoutes(party, metrics));
        }
    }

    @Override
    public void mount(Router router) {
        all.forEach(routes -> routes.mount(router));
    }
}
