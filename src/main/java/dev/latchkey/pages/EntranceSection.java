package dev.latchkey.pages;

import dev.latchkey.core.account.FirstAdministrator;
import dev.latchkey.core.account.HostedSignUp;
import dev.latchkey.core.account.SignUpRules;
import dev.latchkey.core.org.AcceptInvitation;
import dev.latchkey.core.org.ShowInvitation;
import dev.latchkey.core.session.EndSession;
import dev.latchkey.core.signin.ChooseOrganization;
import dev.latchkey.core.signin.PasswordSignIn;
import dev.latchkey.core.verification.SendVerification;
import dev.latchkey.core.verification.VerifyEmail;
import dev.latchkey.http.Route;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways in and out: sign-in, sign-up, verification, invitations, setup, sign-out.
 *
 * @param letters null when mail is really sent
 */
public record EntranceSection(
        PasswordSignIn signIn,
        EndSession endSession,
        HostedSignUp signUp,
        SignUpRules signUpRules,
        VerifyEmail verifyEmail,
        SendVerification sendVerification,
        ShowInvitation showInvitation,
        AcceptInvitation acceptInvitation,
        FirstAdministrator firstAdministrator,
        ChooseOrganization chooseOrganization,
        FactorRules factors,
        SignInElsewhere elsewhere,
        @Nullable Letters letters)
        implements Section {

    @Override
    public List<Tab> tabs() {
        return List.of();
    }

    @Override
    public List<String> words() {
        return List.of("entrance", "factors", "elsewhere");
    }

    @Override
    public List<Route> routes(Desk desk) {
        var checkMail = new CheckMail(desk, sendVerification);
        var flowCookie = new FlowCookie(desk.links().publicUrl());
        var entrance =
                new Entrance(signIn, endSession, chooseOrganization, flowCookie, checkMail, desk);
        var outbox = new OutboxPage(letters, desk.links().publicUrl(), desk.paper());
        List<Route> routes = new ArrayList<>();
        routes.addAll(new LoginPage(desk, entrance, signUpRules, elsewhere).routes());
        routes.addAll(
                new SignUpPage(
                                desk,
                                signUp,
                                signUpRules,
                                showInvitation,
                                checkMail,
                                entrance,
                                elsewhere)
                        .routes());
        routes.addAll(new ProviderPage(desk, elsewhere, entrance, checkMail).routes());
        routes.add(ProviderStyles.route(elsewhere.providers()));
        routes.addAll(elsewhere.logos().routes());
        routes.addAll(checkMail.routes());
        routes.addAll(new VerifyEmailPage(desk, verifyEmail).routes());
        routes.addAll(
                new InvitationPage(desk, showInvitation, acceptInvitation, desk.session())
                        .routes());
        routes.addAll(new SetupPage(desk, firstAdministrator, entrance).routes());
        routes.addAll(new LogoutPage(desk, desk.session(), endSession).routes());
        routes.addAll(new HomePage(desk, signUpRules, outbox).routes());
        routes.addAll(outbox.routes());
        routes.addAll(new PasskeySignInPage(desk, entrance, factors).routes());
        routes.addAll(
                new OrganizationPage(desk, flowCookie, entrance, chooseOrganization).routes());
        routes.addAll(new FactorPage(desk, flowCookie, entrance, factors).routes());
        return routes;
    }
}
