/** Failed attempts (失败尝试): how long whoever guessed wrong waits before his next guess, and nobody else with him. */
@NullMarked
package cn.dangjian.identity.attempt;

import org.jspecify.annotations.NullMarked;
