package dev.latchkey.dialect.nap;

import dev.latchkey.core.account.SignUp;
import dev.latchkey.core.verification.SendVerification;
import dev.latchkey.core.verification.VerifyEmail;
import dev.latchkey.dialect.Fields;
import dev.latchkey.door.Origins;
import dev.latchkey.http.Call;
import dev.latchkey.http.Reply;

/** Making an account and proving its address. */
record AccountCalls(
        SignUp signUp,
        SendVerification sendVerification,
        VerifyEmail verifyEmail,
        boolean sendMailAlwaysOk) {

    Reply signUp(Call call) {
        var data = UserSignupData.read(call.json());
        var user = signUp.run(data.command(Origins.of(call, NapApi.DOOR)));
        return Reply.json(200, UserSignupResult.of(user));
    }

    Reply sendMail(Call call) {
        var body = call.json();
        var email = Fields.email(body, "email");
        body.check();
        var origin = Origins.of(call, NapApi.DOOR);
        if (sendMailAlwaysOk) {
            sendVerification.quietly(email, origin);
            return Outcome.success("If this email waits to be verified, a mail is on its way.");
        }
        sendVerification.run(email, origin);
        return Outcome.success("A verification mail is on its way.");
    }

    Reply verify(Call call) {
        var body = call.json();
        var token = body.text("token");
        body.check();
        verifyEmail.run(token, Origins.of(call, NapApi.DOOR));
        return Outcome.success("Your email is verified.");
    }
}
