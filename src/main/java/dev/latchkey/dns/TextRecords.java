package dev.latchkey.dns;

import dev.latchkey.core.org.DomainRecords;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/**
 * TXT records by the JDK's own DNS client, which asks again over TCP for answers that do not fit
 * into a datagram (RFC 1035, section 4.2.1). However an answer trickles in, it is waited for five
 * seconds.
 */
public final class TextRecords implements DomainRecords {
    private static final Logger LOG = LoggerFactory.getLogger(TextRecords.class);
    private static final int PATIENCE_SECONDS = 5;
    private static final String TXT = "TXT";

    private final String server;

    /**
     * @param server an IP address, with a port or without; null: those that this machine asks
     */
    public TextRecords(@Nullable String server) {
        this.server = server == null ? "dns:" : "dns://" + server;
    }

    @Override
    public Answer texts(String name) {
        var task = new FutureTask<>(() -> ask(name));
        Thread.ofVirtual().name("dns").start(task);
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            task.cancel(true);
            LOG.info("The DNS did not answer within {} s about {}", PATIENCE_SECONDS, name);
            return new Answer.Unanswered();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the DNS was asked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("asking the DNS failed", e.getCause());
        }
    }

    /** Attributes of the DNS are plain text: nothing is looked up in them, and no object made. */
    @SuppressWarnings("BanJNDI")
    private Answer ask(String name) {
        try {
            var context = new InitialDirContext(settings());
            try {
                return answer(context.getAttributes(name, new String[] {TXT}).get(TXT));
            } finally {
                context.close();
            }
        } catch (NameNotFoundException _) {
            return new Answer.Texts(List.of());
        } catch (NamingException e) {
            LOG.info("The DNS says nothing of {}: {}", name, e.toString());
            return new Answer.Unanswered();
        }
    }

    /** The type is the JDK's, which knows no younger one. */
    @SuppressWarnings("JdkObsolete")
    private Hashtable<String, String> settings() {
        var settings = new Hashtable<String, String>();
        settings.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        settings.put(Context.PROVIDER_URL, server);
        settings.put("com.sun.jndi.dns.timeout.initial", "1000");
        settings.put("com.sun.jndi.dns.timeout.retries", "2");
        return settings;
    }

    private static Answer answer(@Nullable Attribute found) throws NamingException {
        var texts = new ArrayList<String>();
        for (int i = 0; found != null && i < found.size(); i++) {
            texts.add(plain(String.valueOf(found.get(i))));
        }
        return new Answer.Texts(texts);
    }

    /**
     * The strings of a record come with blanks between them and quoted where they have blanks
     * themselves. What is looked for has none of that.
     */
    private static String plain(String text) {
        return text.replaceAll("[\\s\"\\\\]", "");
    }
}
