/** What a client reads when it is refused: RFC 9457 problems, Chinese unless English is asked for. */
@NullMarked
package cn.dangjian.push.problem;

import org.jspecify.annotations.NullMarked;
