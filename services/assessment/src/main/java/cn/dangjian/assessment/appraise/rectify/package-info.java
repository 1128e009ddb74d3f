/** 整改清单: what is to be put right becomes tasks when a person publishes the list. */
@NullMarked
package cn.dangjian.assessment.appraise.rectify;

import org.jspecify.annotations.NullMarked;
