/**
 * 沙箱: a provider of our own for development and tests, over HTTP and signed like a real one, which misbehaves on purpose.
 * It is there only where {@code dangjian.dues.online.provider} is {@code sandbox}, and moves no money.
 */
@NullMarked
package cn.dangjian.dues.online.sandbox;

import org.jspecify.annotations.NullMarked;
