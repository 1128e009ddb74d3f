/** 重新公布: tells again who holds which post, if the topic was lost or somebody listens who did not before. */
@NullMarked
package cn.dangjian.identity.again;

import org.jspecify.annotations.NullMarked;
