package dev.latchkey.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Netty's decoder behind a {@link HeadScanner}, one request at a time: what comes after a request
 * stays undecoded bytes until that request is answered, and is never looked at when it was refused.
 * Hands on a {@link HttpProblem} where the bytes are no HTTP.
 */
final class RequestReader extends HttpRequestDecoder {
    private enum Mode {
        HEAD,
        BODY,
        PAUSED,
        DISCARDING
    }

    private final HeadScanner scanner;
    private final Patience patience;
    private final int maxFraming;
    private Mode mode = Mode.HEAD;
    private int ahead;
    private int framing;
    private boolean reading;
    private @Nullable ChannelHandlerContext context;

    RequestReader(DoorSettings settings, Patience patience) {
        super(
                new HttpDecoderConfig()
                        .setMaxInitialLineLength(settings.maxHeader())
                        .setMaxHeaderSize(settings.maxHeader())
                        .setAllowDuplicateContentLengths(false)
                        .setStrictLineParsing(true)
                        .setUseRfc9112TransferEncoding(true));
        this.scanner = new HeadScanner(settings.maxHeader());
        this.patience = patience;
        this.maxFraming = settings.maxBody();
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
        super.handlerAdded(ctx);
        context = ctx;
    }

    /** Goes on with the bytes behind the request that was just answered. */
    void resume() throws Exception {
        mode = Mode.HEAD;
        if (!reading && context != null && actualReadableBytes() > 0) {
            channelRead(context, Unpooled.EMPTY_BUFFER);
        }
    }

    /** From now on everything that arrives is thrown away unread. */
    void discard() {
        mode = Mode.DISCARDING;
    }

    /** Whether a part of a request has arrived that is not yet decoded. */
    boolean holdsBytes() {
        return actualReadableBytes() > 0;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object msg) throws Exception {
        reading = true;
        try {
            super.channelRead(ctx, msg);
        } finally {
            reading = false;
        }
        if (mode == Mode.PAUSED && holdsBytes()) {
            ctx.channel().config().setAutoRead(false);
        }
    }

    /**
     * A peer that has sent its last byte still gets its answers: Netty would drop what is
     * undecoded.
     */
    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
        if (event instanceof ChannelInputShutdownEvent) {
            ctx.fireUserEventTriggered(event);
        } else {
            super.userEventTriggered(ctx, event);
        }
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
            throws Exception {
        try {
            switch (mode) {
                case HEAD -> head(ctx, in, out);
                case BODY -> body(ctx, in, out);
                case PAUSED -> {}
                case DISCARDING -> in.skipBytes(in.readableBytes());
            }
        } catch (HttpProblem problem) {
            mode = Mode.DISCARDING;
            in.skipBytes(in.readableBytes());
            out.add(problem);
        }
    }

    /** Netty would decode what is left as if it were whole. */
    @Override
    protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {}

    private void head(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        patience.bytesArrived();
        var from = in.readerIndex() + ahead;
        var end = in.forEachByte(from, in.writerIndex() - from, scanner);
        ahead = (end < 0 ? in.writerIndex() : end + 1) - in.readerIndex();
        var before = in.readerIndex();
        super.decode(ctx, in, out);
        ahead -= in.readerIndex() - before;
        if (scanner.done()) {
            scanner.reset();
            ahead = 0;
            framing = 0;
            mode = Mode.BODY;
        }
        settle(in, out);
    }

    private void body(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        var before = in.readerIndex();
        super.decode(ctx, in, out);
        framing += in.readerIndex() - before;
        if (!out.isEmpty() && out.getLast() instanceof HttpContent part) {
            framing -= part.content().readableBytes();
        }
        if (framing > maxFraming) {
            throw HttpProblem.badRequest("The body's chunks are too small.");
        }
        settle(in, out);
    }

    private void settle(ByteBuf in, List<Object> out) {
        if (out.isEmpty() || !(out.getLast() instanceof HttpObject last)) {
            return;
        }
        if (last.decoderResult().isFailure()) {
            mode = Mode.DISCARDING;
            in.skipBytes(in.readableBytes());
        } else if (last instanceof LastHttpContent) {
            mode = Mode.PAUSED;
        }
    }
}
