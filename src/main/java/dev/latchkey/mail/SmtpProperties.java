package dev.latchkey.mail;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;

import javax.net.ssl.SSLSocketFactory;

/** A server's description in the words of the mail library. */
record SmtpProperties(SmtpServer server, SSLSocketFactory trust) {
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";

    /**
     * @param utf8 headers and addresses go as UTF-8 (RFC 6531)
     */
    Properties with(boolean utf8) {
        var properties = new Properties();
        properties.put("mail.smtp.ssl.socketFactory", trust);
        set(properties, "socketFactory.fallback", false);
        set(properties, "ssl.checkserveridentity", true);
        set(properties, "ssl.enable", server.security() == SmtpServer.Security.TLS);
        set(properties, "starttls.enable", server.security() == SmtpServer.Security.STARTTLS);
        set(properties, "starttls.required", server.security() == SmtpServer.Security.STARTTLS);
        set(properties, "auth", server.user() != null);
        set(properties, "connectiontimeout", CONNECT_MILLIS);
        set(properties, "timeout", ANSWER_MILLIS);
        set(properties, "writetimeout", ANSWER_MILLIS);
        set(properties, "allow8bitmime", true);
        set(properties, "localhost", ownName());
        properties.put("mail.mime.allowutf8", Boolean.toString(utf8));
        return properties;
    }

    private static void set(Properties properties, String name, Object value) {
        properties.put("mail.smtp." + name, value.toString());
    }

    /** This machine's name, without a question to a name server that may take its time. */
    private static String ownName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }
}
