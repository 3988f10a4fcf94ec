package dev.latchkey.http;

import dev.latchkey.http.Patience.Awaited;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.util.ReferenceCountUtil;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetSocketAddress;
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
    private final Router router;
    private final RequestReader reader;
    private final Patience patience;
    private final SlowClients watch;
    private final RequestIds ids = new RequestIds();
    private ChannelHandlerContext context;
    private @Nullable Exchange exchange;
    private boolean ending;
    private boolean inputEnded;
    private boolean stalled;

    Conversation(
            Desk desk, Router router, RequestReader reader, Patience patience, SlowClients watch) {
        this.desk = desk;
        this.router = router;
        this.reader = reader;
        this.patience = patience;
        this.watch = watch;
    }

    Patience patience() {
        return patience;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) {
        context = ctx;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        watch.add(this);
        if (desk.isClosing()) {
            ctx.close();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        watch.remove(this);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
        try {
            if (!ending) {
                receive(ctx, msg);
            }
        } catch (HttpProblem problem) {
            refuse(ctx, problem);
        } finally {
            ReferenceCountUtil.release(msg);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        ctx.flush();
    }

    private void receive(ChannelHandlerContext ctx, Object msg) throws Exception {
        switch (msg) {
            case HttpProblem problem -> throw problem;
            case HttpObject bad when bad.decoderResult().isFailure() ->
                    throw malformed(bad.decoderResult().cause());
            case HttpRequest request -> begin(ctx, request);
            case HttpContent part -> take(ctx, part);
            default -> throw new IllegalStateException("no part of a request: " + msg);
        }
    }

    private static HttpProblem malformed(Throwable cause) {
        return cause instanceof TooLongHttpHeaderException
                ? HttpProblem.of(431, "The trailer is larger than this server takes.")
                : HttpProblem.badRequest("The request is malformed.");
    }

    private void begin(ChannelHandlerContext ctx, HttpRequest request) {
        var head = RequestHead.of(request);
        var method = request.method().name();
        var peer = ((InetSocketAddress) ctx.channel().remoteAddress()).getAddress();
        var destination = router.find(head.host(), head.target().path(), method);
        var call =
                new ReceivedCall(
                        method,
                        head.target(),
                        request.headers(),
                        destination,
                        peer,
                        desk.proxies(),
                        ids.next());
        var max = desk.settings().maxBody();
        exchange = new Exchange(call, new RequestBody(max), head.keepAlive());
        patience.await(Awaited.BODY);
        if (head.contentLength() > max) {
            throw HttpProblem.bodyTooLarge();
        }
        if (head.expectsContinue() && head.contentLength() != 0) {
            ctx.writeAndFlush(Unpooled.wrappedBuffer(CONTINUE));
        }
    }

    private void take(ChannelHandlerContext ctx, HttpContent part) throws Exception {
        var current = exchange;
        if (current == null) {
            throw new IllegalStateException("a body without a head");
        }
        current.body().add(part.content());
        if (part instanceof LastHttpContent) {
            complete(ctx, current);
        }
    }

    private void complete(ChannelHandlerContext ctx, Exchange whole) throws Exception {
        whole.call().body(whole.body().whole());
        patience.await(Awaited.HANDLER);
        var reply = Answers.atOnce(whole.call());
        if (reply == null) {
            handOver(ctx, whole);
        } else {
            answer(ctx, whole, reply);
        }
    }

    private void handOver(ChannelHandlerContext ctx, Exchange whole) {
        desk.handlers()
                .execute(() -> {
                    var reply = Answers.blocking(whole.call());
                    ctx.executor().execute(() -> bringBack(ctx, whole, reply));
                });
    }

    private void bringBack(ChannelHandlerContext ctx, Exchange whole, Reply reply) {
        try {
            if (ctx.channel().isActive()) {
                answer(ctx, whole, reply);
                ctx.flush();
            }
        } catch (Exception e) {
            exceptionCaught(ctx, e);
        }
    }

    private void answer(ChannelHandlerContext ctx, Exchange whole, Reply reply) throws Exception {
        var last = !whole.keepAlive() || desk.isClosing();
        var bytes = write(ctx, whole, reply, last);
        exchange = null;
        if (last) {
            end(ctx, bytes);
            return;
        }
        ctx.write(bytes, ctx.voidPromise());
        patience.await(Awaited.NEXT_REQUEST);
        if (!ctx.channel().isWritable()) {
            ctx.flush();
        }
        stalled = !ctx.channel().isWritable();
        if (!stalled) {
            goOn(ctx);
        }
    }

    private ByteBuf write(ChannelHandlerContext ctx, Exchange whole, Reply reply, boolean last) {
        return desk.writer()
                .write(ctx.alloc(), reply, whole.call().requestId(), whole.isHead(), last);
    }

    private void goOn(ChannelHandlerContext ctx) throws Exception {
        var config = ctx.channel().config();
        if (!config.isAutoRead()) {
            config.setAutoRead(true);
        }
        reader.resume();
        if (inputEnded && exchange == null && !ending) {
            end(ctx, Unpooled.EMPTY_BUFFER);
        }
    }

    /** Answers a request that cannot be carried out, and looks at nothing behind it. */
    private void refuse(ChannelHandlerContext ctx, HttpProblem problem) {
        var current = exchange;
        exchange = null;
        if (current == null) {
            var says = Fallback.says(problem);
            end(ctx, desk.writer().write(ctx.alloc(), says, ids.next(), false, true));
        } else {
            end(ctx, write(ctx, current, Answers.failed(current.call(), problem), true));
        }
    }

    /**
     * Sends the last bytes and our end of the stream, then throws away what still comes, so that
     * the peer reads its answer before it learns that we are gone (RFC 9112, section 9.6).
     */
    private void end(ChannelHandlerContext ctx, ByteBuf bytes) {
        ending = true;
        reader.discard();
        patience.await(Awaited.NEXT_REQUEST);
        ctx.channel().config().setAutoRead(true);
        ctx.writeAndFlush(bytes).addListener(sent -> linger(ctx));
    }

    private void linger(ChannelHandlerContext ctx) {
        patience.await(Awaited.PEER_CLOSE);
        if (inputEnded || !(ctx.channel() instanceof DuplexChannel channel)) {
            ctx.close();
        } else {
            channel.shutdownOutput();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) throws Exception {
        if (stalled && ctx.channel().isWritable()) {
            stalled = false;
            goOn(ctx);
            ctx.flush();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event instanceof ChannelInputShutdownEvent) {
            inputEnded = true;
            if (patience.awaited() == Awaited.PEER_CLOSE) {
                ctx.close();
            } else if (exchange == null && !ending && !stalled) {
                end(ctx, Unpooled.EMPTY_BUFFER);
            } else if (patience.awaited() == Awaited.BODY) {
                ctx.close();
            }
        }
    }

    /** Called by the sweep when {@link #patience} is over. */
    void cutOff() {
        switch (patience.awaited()) {
            case HEAD, BODY ->
                    refuse(context, HttpProblem.of(408, "The request did not arrive in time."));
            case FIRST_BYTE, NEXT_REQUEST, PEER_CLOSE -> context.close();
            case HANDLER -> {}
        }
    }

    /** Ends a connection that owes nobody an answer. */
    void closeIfIdle() {
        var idle = patience.awaited();
        if (!ending && (idle == Awaited.FIRST_BYTE || idle == Awaited.NEXT_REQUEST)) {
            context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        if (!(cause instanceof IOException)) {
            LOG.error("a connection failed", cause);
        }
        ctx.close();
    }
}
