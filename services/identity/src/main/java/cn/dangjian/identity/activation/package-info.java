/** Activation (激活): one-time codes with which the holder of a post sets the first password. */
@NullMarked
package cn.dangjian.identity.activation;

import org.jspecify.annotations.NullMarked;
