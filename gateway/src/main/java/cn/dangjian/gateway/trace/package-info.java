/** The trace id of a request, told to the client. */
@NullMarked
package cn.dangjian.gateway.trace;

import org.jspecify.annotations.NullMarked;
