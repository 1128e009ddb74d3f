package cn.dangjian.gateway.route;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.netty.NettyPipeline;

/**
 * Closes a connection on which the head of a request does not end in time. Each byte of it would reset a timeout between
 * bytes, so that thousands of heads that are never finished could be kept open.
 */
final class HeadClock {

    private final Duration patience;
    private @Nullable ScheduledFuture<?> end;
    private boolean inBody;

    private HeadClock(Duration patience) {
        this.patience = patience;
    }

    /** Looks at a connection of HTTP/1.1 before and behind what reads the heads. */
    static void watch(Channel channel, Duration patience) {
        var pipeline = channel.pipeline();
        if (pipeline.get(NettyPipeline.HttpCodec) == null) return;
        var clock = new HeadClock(patience);
        pipeline.addBefore(NettyPipeline.HttpCodec, "head-begins", clock.new Begins());
        pipeline.addAfter(NettyPipeline.HttpCodec, "head-ends", clock.new Ends());
    }

    private void begin(ChannelHandlerContext context) {
        if (inBody || end != null) return;
        Runnable close = () -> {
            var _ = context.close();
        };
        end = context.executor().schedule(close, patience.toMillis(), MILLISECONDS);
    }

    private void end() {
        if (end != null) end.cancel(false);
        end = null;
    }

    private final class Begins extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object bytes) {
            begin(context);
            context.fireChannelRead(bytes);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            end();
            context.fireChannelInactive();
        }
    }

    private final class Ends extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object part) {
            if (part instanceof HttpRequest) {
                end();
                inBody = true;
            }
            if (part instanceof LastHttpContent) inBody = false;
            context.fireChannelRead(part);
        }
    }
}
