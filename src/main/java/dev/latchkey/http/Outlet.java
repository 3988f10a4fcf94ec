package dev.latchkey.http;

import dev.latchkey.http.Patience.Awaited;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;

/** The sending side of one connection, and how it ends. */
final class Outlet {
    private final ChannelHandlerContext context;
    private final ReplyWriter writer;
    private final Patience patience;
    private boolean ending;
    private boolean peerEnded;

    Outlet(ChannelHandlerContext context, ReplyWriter writer, Patience patience) {
        this.context = context;
        this.writer = writer;
        this.patience = patience;
    }

    /** Whether the last answer has been given: what still comes in is not looked at. */
    boolean isEnding() {
        return ending;
    }

    /** The peer will send no more; it may still read. */
    void peerEnded() {
        peerEnded = true;
        if (patience.awaited() == Awaited.PEER_CLOSE) {
            context.close();
        }
    }

    boolean hasPeerEnded() {
        return peerEnded;
    }

    /** Writes an answer without flushing it; false when the peer takes none for now. */
    boolean send(Exchange exchange, Reply reply) {
        context.write(bytes(exchange, reply, false), context.voidPromise());
        patience.await(Awaited.NEXT_REQUEST);
        if (!context.channel().isWritable()) {
            context.flush();
        }
        return context.channel().isWritable();
    }

    void sendLast(Exchange exchange, Reply reply) {
        end(bytes(exchange, reply, true));
    }

    /** The last answer, to something that was no request. */
    void sendLast(String requestId, Reply reply) {
        end(writer.write(context.alloc(), reply, requestId, false, true));
    }

    private ByteBuf bytes(Exchange exchange, Reply reply, boolean last) {
        var id = exchange.call().requestId();
        return writer.write(context.alloc(), reply, id, exchange.isHead(), last);
    }

    /** Ends a connection that owes no answer, once what was written is sent. */
    void end() {
        end(Unpooled.EMPTY_BUFFER);
    }

    /**
     * Sends the last bytes and our end of the stream, and goes on reading into the void for a
     * while, so that the peer gets its answer before it learns that we are gone (RFC 9112, 9.6).
     */
    private void end(ByteBuf bytes) {
        ending = true;
        patience.await(Awaited.NEXT_REQUEST);
        context.channel().config().setAutoRead(true);
        context.writeAndFlush(bytes).addListener(sent -> linger());
    }

    private void linger() {
        patience.await(Awaited.PEER_CLOSE);
        if (peerEnded || !(context.channel() instanceof DuplexChannel channel)) {
            context.close();
        } else {
            channel.shutdownOutput();
        }
    }

    /** Ends at once, for a door that closes; only what was written before is still sent. */
    void closeAfterFlush() {
        ending = true;
        context.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }
}
