package dev.latchkey.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.FastThreadLocal;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Netty's decoder and our scanners, which have to agree on where each part of a request ends. One
 * request at a time: what comes behind it stays undecoded bytes until it is answered, and is never
 * looked at when it was refused. Hands on a {@link HttpProblem} where the bytes are no HTTP.
 */
final class RequestReader extends HttpRequestDecoder {
    private enum Mode {
        HEAD,
        BODY,
        CHUNKS,
        PAUSED,
        DISCARDING
    }

    /** One for each event loop. */
    private static final FastThreadLocal<byte[]> PIECE =
            new FastThreadLocal<>() {
                @Override
                protected byte[] initialValue() {
                    return new byte[2048];
                }
            };

    private final HeadScanner heads;
    private final ChunkScanner chunks;
    private final Patience patience;
    private Mode mode = Mode.HEAD;
    private int ahead;
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
        this.heads = new HeadScanner(settings.maxHeader());
        this.chunks = new ChunkScanner(settings.maxBody(), settings.maxHeader());
        this.patience = patience;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
        super.handlerAdded(ctx);
        context = ctx;
    }

    /** Goes on with the bytes behind the request that was just answered. */
    void resume() throws Exception {
        mode = Mode.HEAD;
        if (context != null && !reading) {
            if (holdsBytes()) {
                channelRead(context, Unpooled.EMPTY_BUFFER);
            }
            context.channel().config().setAutoRead(mode != Mode.PAUSED || !holdsBytes());
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
                case BODY -> super.decode(ctx, in, out);
                case CHUNKS -> scanned(chunks, ctx, in, out);
                case PAUSED -> {}
                case DISCARDING -> in.skipBytes(in.readableBytes());
            }
            settle(in, out);
        } catch (HttpProblem problem) {
            refuse(in, out, problem);
        }
    }

    /** Netty would decode what is left as if it were whole. */
    @Override
    protected void decodeLast(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {}

    private void head(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
        patience.bytesArrived();
        scanned(heads, ctx, in, out);
        if (!out.isEmpty() && out.getFirst() instanceof HttpRequest request) {
            mode = HttpUtil.isTransferEncodingChunked(request) ? Mode.CHUNKS : Mode.BODY;
        }
    }

    /** Lets both readers go on, the scanner always ahead. Refuses where they see different ends. */
    private void scanned(
            FramingScanner scanner, ChannelHandlerContext ctx, ByteBuf in, List<Object> out)
            throws Exception {
        var before = in.readerIndex();
        scan(scanner, in);
        super.decode(ctx, in, out);
        ahead -= in.readerIndex() - before;
        if (isEnd(scanner, out)) {
            if (ahead != 0 || !scanner.done()) {
                throw HttpProblem.badRequest("The request can be read in two ways.");
            }
            scanner.reset();
        }
    }

    /** In pieces, out of an array: a buffer looks at its bounds for each byte. */
    private void scan(FramingScanner scanner, ByteBuf in) {
        var piece = PIECE.get();
        while (!scanner.done() && ahead < in.readableBytes()) {
            var count = Math.min(piece.length, in.readableBytes() - ahead);
            in.getBytes(in.readerIndex() + ahead, piece, 0, count);
            ahead += scanner.process(piece, 0, count);
        }
    }

    private static boolean isEnd(FramingScanner scanner, List<Object> out) {
        return !out.isEmpty()
                && switch (scanner) {
                    case HeadScanner _ -> out.getFirst() instanceof HttpRequest;
                    case ChunkScanner _ -> out.getLast() instanceof LastHttpContent;
                };
    }

    private void settle(ByteBuf in, List<Object> out) {
        if (!out.isEmpty() && out.getLast() instanceof HttpObject last) {
            if (last.decoderResult().isFailure()) {
                refuse(in, out, malformed(last.decoderResult().cause()));
            } else if (last instanceof LastHttpContent) {
                mode = Mode.PAUSED;
            }
        }
    }

    /** What Netty found; the scanners' own limits are reached before its. */
    private static HttpProblem malformed(Throwable cause) {
        return cause instanceof HttpProblem problem
                ? problem
                : HttpProblem.badRequest("The request is malformed.");
    }

    private void refuse(ByteBuf in, List<Object> out, HttpProblem problem) {
        mode = Mode.DISCARDING;
        in.skipBytes(in.readableBytes());
        out.forEach(ReferenceCountUtil::release);
        out.clear();
        out.add(problem);
    }
}
