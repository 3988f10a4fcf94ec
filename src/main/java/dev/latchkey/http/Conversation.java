package dev.latchkey.http;

import dev.latchkey.http.Patience.Awaited;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * One connection: requests come in whole and in order, each is answered before the next is looked
 * at. A refused request is the last one. Runs on the connection's event loop.
 */
final class Conversation extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private static final byte[] CONTINUE =
            "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Desk desk;
    private final Reception reception;
    private final RequestReader reader;
    private final Patience patience;
    private final ChannelHandlerContext context;
    private final Outlet outlet;
    private final Courier courier;
    private @Nullable Exchange exchange;
    private boolean stalled;

    /** {@code context} is the reader's: what is written there goes straight to the socket. */
    Conversation(
            Desk desk,
            Reception reception,
            RequestReader reader,
            Patience patience,
            ChannelHandlerContext context) {
        this.desk = desk;
        this.reception = reception;
        this.reader = reader;
        this.patience = patience;
        this.context = context;
        this.outlet = new Outlet(context, desk.writer(), patience);
        this.courier = new Courier(desk, context.executor());
    }

    Patience patience() {
        return patience;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
        try {
            if (!outlet.isEnding()) {
                receive(msg);
            }
        } catch (HttpProblem problem) {
            refuse(problem);
        } finally {
            ReferenceCountUtil.release(msg);
        }
    }

    /** Answers given on the event loop are sent together. */
    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        context.flush();
    }

    private void receive(Object msg) throws Exception {
        switch (msg) {
            case HttpProblem problem -> throw problem;
            case HttpRequest request -> begin(request);
            case HttpContent part -> take(part);
            default -> throw new IllegalStateException("no part of a request: " + msg);
        }
    }

    private void begin(HttpRequest request) {
        var begun = reception.receive(request);
        exchange = begun;
        patience.await(Awaited.BODY);
        if (begun.isTooLarge(desk.settings().maxBody())) {
            throw HttpProblem.bodyTooLarge();
        }
        if (begun.awaitsContinue()) {
            context.writeAndFlush(Unpooled.wrappedBuffer(CONTINUE));
        }
    }

    private void take(HttpContent part) throws Exception {
        var current = exchange;
        if (current == null) {
            throw new IllegalStateException("a body without a head");
        }
        current.body().add(part.content());
        if (part instanceof LastHttpContent) {
            patience.await(Awaited.HANDLER);
            current.call().body(current.body().whole());
            var reply = Answers.atOnce(current.call());
            if (reply == null) {
                courier.carry(current.call(), late -> bringBack(current, late));
            } else {
                answer(current, reply);
            }
        }
    }

    private void bringBack(Exchange whole, Reply reply) {
        try {
            if (context.channel().isActive()) {
                answer(whole, reply);
                context.flush();
            }
        } catch (Exception e) {
            exceptionCaught(context, e);
        }
    }

    private void answer(Exchange whole, Reply reply) throws Exception {
        exchange = null;
        if (!whole.head().keepAlive() || desk.isClosing()) {
            reader.discard();
            outlet.sendLast(whole, reply);
        } else if (outlet.send(whole, reply)) {
            goOn();
        } else {
            stalled = true;
        }
    }

    private void goOn() throws Exception {
        reader.resume();
        if (outlet.hasPeerEnded() && exchange == null && !outlet.isEnding()) {
            outlet.end();
        }
    }

    /** Answers a request that cannot be carried out, and looks at nothing behind it. */
    private void refuse(HttpProblem problem) {
        reader.discard();
        var current = exchange;
        exchange = null;
        if (current == null) {
            outlet.sendLast(reception.nextId(), Fallback.says(problem));
        } else {
            outlet.sendLast(current, Answers.failed(current.call(), problem));
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) throws Exception {
        if (stalled && context.channel().isWritable()) {
            stalled = false;
            goOn();
            context.flush();
        }
    }

    /** A peer that has sent its last byte still gets the answers that are due. */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            outlet.peerEnded();
            var due = patience.awaited() == Awaited.HANDLER || stalled || outlet.isEnding();
            if (!due) {
                reader.discard();
                outlet.end();
            }
        }
    }

    /** Called by the sweep when {@link #patience} is over. Never throws: the sweep has to go on. */
    void cutOff() {
        try {
            switch (patience.awaited()) {
                case HEAD, BODY -> refuse(HttpProblem.of(408, "The request did not come in time."));
                case FIRST_BYTE, NEXT_REQUEST, PEER_CLOSE -> context.close();
                case HANDLER -> {}
            }
        } catch (RuntimeException e) {
            exceptionCaught(context, e);
        }
    }

    /** Ends a connection that owes nobody an answer. */
    void closeIfIdle() {
        var idle = patience.awaited();
        if (!outlet.isEnding() && (idle == Awaited.FIRST_BYTE || idle == Awaited.NEXT_REQUEST)) {
            outlet.closeAfterFlush();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.error("a connection failed", cause);
        }
        context.close();
    }
}
