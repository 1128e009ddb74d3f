/** What a client reads when the gateway itself refuses: RFC 9457 problems, Chinese unless English is asked for. */
@NullMarked
package cn.dangjian.gateway.problem;

import org.jspecify.annotations.NullMarked;
