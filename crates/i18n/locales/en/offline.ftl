# Pages that work without network too.
offline-ready = If the network goes away, go on: this page opens without it, and what you choose waits on this device.
offline-saved = Saved.
offline-waits = No network: what you chose waits on this device and is sent by itself when the network is back.
offline-conflict = Another tab or device has saved something else. Where nothing is marked, choose what is right.
offline-online = This needs the network. What you chose waits on this device.
offline-entry = Your session is over. Sign in again and open this page: what you chose waits on this device.
offline-stands = Saved
offline-here = Chosen here
offline-typed = Typed here
offline-button = The button saves what stands in the field.
offline-gone = One choice is not saved: its line is closed by now.
offline-sign-out = Something chosen on this device is not sent yet. It goes when you sign out. Sign out all the same?
