package dev.latchkey.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;

import java.net.InetSocketAddress;
import java.util.Map;

/**
 * Sets up the connections of one listener: a reader that makes requests of bytes, a conversation.
 */
final class Pipeline extends ChannelInitializer<Channel> {
    private final Desk desk;
    private final Router router;
    private final Map<EventLoop, SlowClients> watches;

    Pipeline(Desk desk, Router router, Map<EventLoop, SlowClients> watches) {
        this.desk = desk;
        this.router = router;
        this.watches = watches;
    }

    @Override
    protected void initChannel(Channel channel) {
        var watch = watches.get(channel.eventLoop());
        var peer = (InetSocketAddress) channel.remoteAddress();
        if (watch == null || peer == null || desk.isClosing() || !desk.capacity().admit(channel)) {
            channel.close();
            return;
        }
        var patience = new Patience(desk.settings(), watch);
        var reader = new RequestReader(desk.settings(), patience);
        channel.pipeline().addLast(reader);
        var reception = new Reception(desk, router, peer.getAddress());
        var context = channel.pipeline().context(reader);
        var conversation = new Conversation(desk, reception, reader, patience, context);
        channel.pipeline().addLast(conversation);
        desk.connections().add(channel);
        watch.add(conversation);
        channel.closeFuture().addListener(closed -> watch.remove(conversation));
    }
}
