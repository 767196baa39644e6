/** Devices by groups, and the review of what was changed there. */
import { useState } from 'react';
import { useReviewTask } from '@/app/BulkHost';
import { GroupViews } from '@/app/GroupViews';
import { LeaveGuard } from '@/app/LeaveGuard';
import { Matrix } from '@/features/matrix/Matrix';
import classes from './listAndPanel.module.css';

export function MatrixPage() {
  const review = useReviewTask();
  const [isChanged, setIsChanged] = useState(false);
  return (
    <div className={classes.page}>
      <GroupViews />
      <div className={classes.columns}>
        <div className={classes.list}>
          <Matrix
            onReview={(changes, onStarted) => review({ kind: 'groups', changes }, onStarted)}
            onChanged={setIsChanged}
          />
        </div>
      </div>
      <LeaveGuard isChanged={isChanged} />
    </div>
  );
}
