# Papers in one file.
bundles-board-waiting = The papers are about to be bound
bundles-board-making = Papers are being bound
bundles-board-ready = The archive is ready
bundles-board-failed = It did not work
bundles-text-waiting = The page looks again by itself.
bundles-text-making = The page looks again by itself.
bundles-text-ready = You can download it for { $days } days; then it is deleted.
bundles-text-failed = Try once more. If it fails again, tell whoever runs this installation.
bundles-take = Download
bundles-progress = Papers made: { $done } of { $all }
bundles-counting = Counting the papers
bundles-leave = You may close the page: the work goes on without it. The link to the archive stands under “Reports”.
bundles-again = Try again
bundles-seen = Only you can download the archive.
bundles-back = To the reports
bundles-latest = The latest archive
