package dev.latchkey.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;

import dev.latchkey.testkit.Chromium;
import dev.latchkey.testkit.MovableClock;
import dev.latchkey.testkit.TestServer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import javax.imageio.ImageIO;

/** The pages about second factors, with Chromium's own virtual authenticator. */
@Tag("parts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactorsInChromiumTest {
    private final MovableClock clock = new MovableClock(Instant.now());
    private TestServer server;
    private Chromium chromium;

    @BeforeAll
    void start() {
        server = TestServer.start(Map.of(), clock);
        chromium = Chromium.start();
    }

    @AfterAll
    void stop() {
        chromium.close();
        server.close();
    }

    @Test
    void a_passkey_is_made_and_signs_in_alone_and_after_a_password() {
        server.user("ada@example.org");
        var page = chromium.window(true);
        page.onConsoleMessage(
                message -> assertThat(message.text()).doesNotContain("Refused", "violates"));
        virtualAuthenticator(page);
        signIn(page, "ada@example.org");
        page.navigate(server.url("/account/security").toString());
        Chromium.keep(page, "security-none");

        link(page, "Add a passkey");
        Chromium.keep(page, "passkey-new");
        page.getByLabel("What should it be called?").fill("my laptop");
        press(page, "Make the passkey");
        page.waitForSelector("ol.codes");
        Chromium.keep(page, "recovery-codes");
        link(page, "I have kept them");
        assertThat(page.locator("main").innerText()).contains("my laptop");
        Chromium.keep(page, "security-passkey");

        page.context().clearCookies();
        page.navigate(server.url("/auth/passkey").toString());
        Chromium.keep(page, "passkey-sign-in");
        press(page, "Sign in");
        page.waitForURL(server.url("/").toString());
        assertThat(page.locator("h1").innerText()).contains("Hello");

        page.context().clearCookies();
        signIn(page, "ada@example.org");
        assertThat(page.locator("h1").innerText()).isEqualTo("One more step");
        Chromium.keep(page, "factor-passkey");
        press(page, "Use a passkey");
        page.waitForURL(server.url("/").toString());
        assertThat(page.locator("h1").innerText()).contains("Hello");
    }

    @Test
    void an_app_is_added_by_its_picture_without_scripts() throws Exception {
        server.user("bob@example.org");
        var page = chromium.window(false);
        signIn(page, "bob@example.org");
        page.navigate(server.url("/account/security/authenticator").toString());
        Chromium.keep(page, "authenticator");

        var app = new App(scanned(page), clock);
        page.getByLabel("The six digits that the app shows").fill(app.code());
        press(page, "Add it");
        assertThat(page.locator("ol.codes li").count()).isEqualTo(10);

        page.context().clearCookies();
        clock.advance(Duration.ofSeconds(30));
        signIn(page, "bob@example.org");
        Chromium.keep(page, "factor-code");
        page.getByLabel("The six digits that the app shows").fill(app.wrongCode());
        press(page, "Sign in");
        assertThat(page.getByRole(AriaRole.ALERT).innerText()).contains("not right");
        Chromium.keep(page, "factor-wrong");
        page.getByLabel("The six digits that the app shows").fill(app.code());
        press(page, "Sign in");
        assertThat(page.locator("h1").innerText()).contains("Hello");
    }

    /** What a camera sees in front of the page. */
    private static dev.latchkey.core.factor.TotpSecret scanned(Page page) throws Exception {
        var picture = ImageIO.read(new ByteArrayInputStream(page.locator("svg.qr").screenshot()));
        var width = picture.getWidth();
        var height = picture.getHeight();
        var pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var bitmap =
                new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        var uri = URI.create(new QRCodeReader().decode(bitmap).getText());
        assertThat(uri.getScheme()).isEqualTo("otpauth");
        assertThat(uri.getQuery()).contains("issuer=Latchkey").contains("digits=6");
        var secret = uri.getQuery().replaceAll(".*secret=([A-Z2-7]+).*", "$1");
        return dev.latchkey.core.factor.TotpSecret.parse(secret).orElseThrow();
    }

    private void signIn(Page page, String email) {
        page.navigate(server.url("/auth/login").toString());
        page.getByLabel("Email or user name").fill(email);
        page.getByLabel("Password").fill(TestServer.PASSWORD);
        press(page, "Sign in");
        page.waitForLoadState(LoadState.LOAD);
    }

    private static void virtualAuthenticator(Page page) {
        var devtools = page.context().newCDPSession(page);
        devtools.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var arguments = new JsonObject();
        arguments.add("options", options);
        devtools.send("WebAuthn.addVirtualAuthenticator", arguments);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static void link(Page page, String text) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text).setExact(true))
                .click();
    }
}
